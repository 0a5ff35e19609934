import { randomBytes } from 'node:crypto';
import { ulid } from 'ulid';
import type { Ids } from '../ports/ids.ts';
import type { Random } from '../ports/random.ts';

export const cryptoRandom: Random = { bytes: (length) => new Uint8Array(randomBytes(length)) };

/** A number in [0, 1) from the cryptographic source. */
const fraction = (): number => (randomBytes(1)[0] ?? 0) / 256;

export const ulids: Ids = { next: (now) => ulid(now, fraction).toLowerCase() };
