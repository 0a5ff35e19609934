import { createHash } from 'node:crypto';
import type { Random } from '../ports.ts';

/** What a token is for is part of its name, so that one can never be taken for another. */
const prefixes = { session: 'sps', challenge: 'spc', invitation: 'spi', device: 'spd' } as const;
export type TokenKind = keyof typeof prefixes;

/** A token in parts: whose it is, and the SHA-256 of its secret, under which the table knows it. */
export type TokenReference = { userId: string; hash: string };

const format = /^(sp[scid])_([0-7][0-9a-hjkmnp-tv-z]{25})_([A-Za-z0-9_-]{43})$/;

/** SHA-256, base64url: enough for secrets of 120 bit and more, which need no slow hash. */
export const sha256 = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** A new token of 256 random bits, to be shown once, and the reference that is stored. */
export const issueToken = (kind: TokenKind, userId: string, random: Random): { token: string; hash: string } => {
  const secret = Buffer.from(random.bytes(32)).toString('base64url');
  return { token: `${prefixes[kind]}_${userId}_${secret}`, hash: sha256(secret) };
};

/** Null for anything that is not a well-formed token of this kind: the caller answers as for an unknown one. */
export const readToken = (kind: TokenKind, token: string): TokenReference | null => {
  const [, prefix, userId, secret] = format.exec(token) ?? [];
  if (prefix !== prefixes[kind] || !userId || !secret) return null;
  return { userId, hash: sha256(secret) };
};
