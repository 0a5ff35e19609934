import { createHash, randomUUID } from 'node:crypto';
import type { Random } from '../../ports/random.ts';

/** The purpose of a token is part of its name, so that one can never be mistaken for another. */
const prefixes = {
  session: 'sps',
  challenge: 'spc',
  /** A challenge that a known device started. A device that wrongly claims this finds no such challenge. */
  knownChallenge: 'spk',
  invitation: 'spi',
  device: 'spd',
} as const;
export type TokenKind = keyof typeof prefixes;

/** The parts of a token: its owner, and the SHA-256 of its secret, under which the table stores it. */
export type TokenReference = { userId: string; hash: string };

const format = /^(sp[sckid])_([0-7][0-9a-hjkmnp-tv-z]{25})_([A-Za-z0-9_-]{43})$/;

/** SHA-256, base64url: enough for secrets of 120 bits and more, which need no slow hash. */
export const sha256 = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** A new token of 256 random bits, to be shown once, and the reference that is stored. */
export const issueToken = (kind: TokenKind, userId: string, random: Random): { token: string; hash: string } => {
  const secret = Buffer.from(random.bytes(32)).toString('base64url');
  return { token: `${prefixes[kind]}_${userId}_${secret}`, hash: sha256(secret) };
};

/** Null for anything that is not a well-formed token of this kind: the caller then answers as for an unknown one. */
export const readToken = (kind: TokenKind, token: string): TokenReference | null => {
  const [, prefix, userId, secret] = format.exec(token) ?? [];
  if (prefix !== prefixes[kind] || !userId || !secret) return null;
  return { userId, hash: sha256(secret) };
};

/** The name under which an attempt is spent and can be given back. */
export const newReservationName = (): string => randomUUID();

const MOST_DEVICES = 5;
/** The separator between the tokens of a browser's several accounts: it cannot occur in a token. */
const SEPARATOR = '~';

/** The tokens by which several accounts know a device, latest first; malformed ones are left out. */
export const readDeviceTokens = (text: string): TokenReference[] =>
  text.split(SEPARATOR, MOST_DEVICES).flatMap((token) => readToken('device', token) ?? []);

/** Adds a token, which replaces the one that the same account had. */
export const withDeviceToken = (text: string | undefined, token: string): string => {
  const userIdOf = (other: string): string | undefined => readToken('device', other)?.userId;
  const others = (text ?? '')
    .split(SEPARATOR)
    .filter((other) => userIdOf(other) && userIdOf(other) !== userIdOf(token));
  return [token, ...others].slice(0, MOST_DEVICES).join(SEPARATOR);
};

const MOST_CHALLENGES = 3;
const challengesIn = (text: string | undefined): string[] => (text ?? '').split(SEPARATOR).filter(readChallengeToken);

/** Adds a challenge to those that a browser has started, perhaps in several tabs; latest first. */
export const withChallengeToken = (text: string | undefined, token: string): string =>
  [token, ...challengesIn(text)].slice(0, MOST_CHALLENGES).join(SEPARATOR);

export const withoutChallengeToken = (text: string | undefined, token: string): string =>
  challengesIn(text)
    .filter((other) => other !== token)
    .join(SEPARATOR);

/** The challenge that a page means: the latest if it does not say. If that one is gone, no other is used instead. */
export const pickChallenge = (text: string, id: string | undefined): string => {
  const tokens = challengesIn(text);
  const meant = id === undefined ? tokens[0] : tokens.find((token) => challengeIdOf(token) === id);
  return meant ?? 'gone';
};
const challengeIdOf = (token: string): string => challengeId(readChallengeToken(token)?.hash ?? '');

/** A challenge, whichever kind of device started it. */
export const readChallengeToken = (token: string): (TokenReference & { fromKnownDevice: boolean }) | null => {
  const unknown = readToken('challenge', token);
  if (unknown) return { ...unknown, fromKnownDevice: false };
  const known = readToken('knownChallenge', token);
  return known && { ...known, fromKnownDevice: true };
};

/** Names a challenge without revealing its token: with several sign-ins open, a page names the one that it answers. */
export const challengeId = (hash: string): string => hash.slice(0, 12);
