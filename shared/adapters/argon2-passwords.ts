import { argon2, argon2Sync, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { ARGON2 } from '../domain/security-settings.ts';
import type { Passwords } from '../ports/passwords.ts';

type Parameters = { memory: number; passes: number; parallelism: number };
type Parsed = Parameters & { salt: Buffer; hash: Buffer };

const current: Parameters = { memory: ARGON2.memoryKiB, passes: ARGON2.passes, parallelism: ARGON2.parallelism };

/**
 * The runtime has argon2 only from Node 24.7 with OpenSSL 3.2. With an older OpenSSL the function is there and fails when
 * it is called, so it is called once, for less than a millisecond: better at startup than at the first sign-in.
 */
const requireArgon2 = (): void => {
  try {
    const least = { memory: 8, passes: 1, parallelism: 1, tagLength: 4 };
    argon2Sync('argon2id', { message: 'argon2id', nonce: '8 bytes.', ...least });
  } catch (cause) {
    throw new Error('This runtime lacks argon2: Node 24.7 or later with OpenSSL 3.2 is needed', { cause });
  }
};
const derive = promisify(argon2);

const unpadded = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/=+$/, '');

const digest = (password: string, salt: Buffer, parameters: Parameters, tagLength: number): Promise<Buffer> =>
  derive('argon2id', { message: Buffer.from(password, 'utf8'), nonce: salt, tagLength, ...parameters });

const phcFormat = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

const parse = (phc: string): Parsed => {
  const [, memory, passes, parallelism, salt, hash] = phcFormat.exec(phc) ?? [];
  if (!memory || !passes || !parallelism || !salt || !hash) throw new Error('not an argon2id PHC string');
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  };
};

/** Used for accounts without a password: no password has this hash, and comparing with it takes just as long. */
const nobody: Parsed = { ...current, salt: randomBytes(ARGON2.saltBytes), hash: randomBytes(ARGON2.tagBytes) };

/** argon2id (RFC 9106) from the runtime's own crypto, off the event loop, stored as PHC strings. */
export const argon2Passwords = (): Passwords => {
  requireArgon2();
  return {
    async hash(password) {
      const salt = randomBytes(ARGON2.saltBytes);
      const hash = await digest(password, salt, current, ARGON2.tagBytes);
      const { memory, passes, parallelism } = current;
      return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(hash)}`;
    },

    async verify(password, phc) {
      const { salt, hash, ...parameters } = phc === undefined ? nobody : parse(phc);
      const found = await digest(password, salt, parameters, hash.length);
      return timingSafeEqual(found, hash) && phc !== undefined;
    },

    needsRehash(phc) {
      const { memory, passes, parallelism } = parse(phc);
      return memory !== current.memory || passes !== current.passes || parallelism !== current.parallelism;
    },
  };
};
