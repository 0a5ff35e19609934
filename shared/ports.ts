import type { Instant } from './domain/instant.ts';

/* What the domain and the use cases need of the world, besides the table (`store-ports.ts`). Types only. */

/** Writes one structured line. */
export type Log = (line: Record<string, unknown>) => void;
export type Clock = { now(): Instant };
export type Random = { bytes(length: number): Uint8Array };
/** Lower-case ULIDs: they sort by the time they are given. */
export type Ids = { next(now: Instant): string };

/** Seals small secrets for one purpose and one user; a ciphertext moved to another user does not open. */
export type SecretBox = {
  seal(userId: string, secret: Uint8Array): Promise<Uint8Array>;
  open(userId: string, sealed: Uint8Array): Promise<Uint8Array>;
};

export type Passwords = {
  hash(password: string): Promise<string>;
  /** Against undefined it does the same work and says no: a missing account costs as much as a wrong password. */
  verify(password: string, phc: string | undefined): Promise<boolean>;
  needsRehash(phc: string): boolean;
};

/** The place of a password among those that are used most, from 1; undefined for one that is not among them. */
export type CommonPasswords = { rankOf(lowerCasePassword: string): number | undefined };

/** Draws a text as a QR code: an SVG document that scales, with the quiet zone that scanners need. */
export type QrCodes = { svg(text: string): string };
