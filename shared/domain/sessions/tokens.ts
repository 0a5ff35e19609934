import { createHash, randomUUID } from 'node:crypto';
import type { Random } from '../../ports/random.ts';

/** What a token is for is part of its name, so that one can never be taken for another. */
const prefixes = {
  session: 'sps',
  challenge: 'spc',
  /** A challenge that a known device began. Who says so wrongly finds no such challenge. */
  knownChallenge: 'spk',
  invitation: 'spi',
  device: 'spd',
} as const;
export type TokenKind = keyof typeof prefixes;

/** A token in parts: whose it is, and the SHA-256 of its secret, under which the table knows it. */
export type TokenReference = { userId: string; hash: string };

const format = /^(sp[sckid])_([0-7][0-9a-hjkmnp-tv-z]{25})_([A-Za-z0-9_-]{43})$/;

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

/** Under which an attempt is spent, and can be given back. */
export const newReservationName = (): string => randomUUID();

const MOST_DEVICES = 5;
/** Between the tokens of a browser's several accounts: no token has it. */
const SEPARATOR = '~';

/** The tokens of a device by which several accounts know it, the latest first; what is malformed is left out. */
export const readDeviceTokens = (text: string): TokenReference[] =>
  text.split(SEPARATOR, MOST_DEVICES).flatMap((token) => readToken('device', token) ?? []);

/** The same with one more: it takes the place of the one that the same account had. */
export const withDeviceToken = (text: string | undefined, token: string): string => {
  const userIdOf = (other: string): string | undefined => readToken('device', other)?.userId;
  const others = (text ?? '')
    .split(SEPARATOR)
    .filter((other) => userIdOf(other) && userIdOf(other) !== userIdOf(token));
  return [token, ...others].slice(0, MOST_DEVICES).join(SEPARATOR);
};

const MOST_CHALLENGES = 3;
const challengesIn = (text: string | undefined): string[] => (text ?? '').split(SEPARATOR).filter(readChallengeToken);

/** The challenges that a browser has begun, in several tabs perhaps, with one more; the latest first. */
export const withChallengeToken = (text: string | undefined, token: string): string =>
  [token, ...challengesIn(text)].slice(0, MOST_CHALLENGES).join(SEPARATOR);

export const withoutChallengeToken = (text: string | undefined, token: string): string =>
  challengesIn(text)
    .filter((other) => other !== token)
    .join(SEPARATOR);

/** The challenge that a page means: the latest, if it does not say. One that is gone is none, not another. */
export const pickChallenge = (text: string, id: string | undefined): string => {
  const tokens = challengesIn(text);
  const meant = id === undefined ? tokens[0] : tokens.find((token) => challengeIdOf(token) === id);
  return meant ?? 'gone';
};
const challengeIdOf = (token: string): string => challengeId(readChallengeToken(token)?.hash ?? '');

/** A challenge, whichever kind of device began it. */
export const readChallengeToken = (token: string): (TokenReference & { fromKnownDevice: boolean }) | null => {
  const unknown = readToken('challenge', token);
  if (unknown) return { ...unknown, fromKnownDevice: false };
  const known = readToken('knownChallenge', token);
  return known && { ...known, fromKnownDevice: true };
};

/** Names a challenge without opening it: a page that shows several sign-ins says which of them it answers. */
export const challengeId = (hash: string): string => hash.slice(0, 12);
