import type { Random } from '../ports.ts';
import type { RecoveryCodes } from './entities/recovery-codes.ts';
import { RECOVERY_CODES } from './numbers.ts';
import { sha256 } from './tokens.ts';

/** Crockford's alphabet: no I, L, O, U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const characters = RECOVERY_CODES.groups * RECOVERY_CODES.groupLength;

/** A code in its canonical form, 24 characters; each takes 5 bits of a random byte, so that none is likelier. */
export const newRecoveryCode = (random: Random): string =>
  Array.from(random.bytes(characters), (byte) => alphabet[byte & 31]).join('');

/** A set of distinct codes. */
export const newRecoveryCodes = (random: Random): string[] => {
  const codes = new Set<string>();
  while (codes.size < RECOVERY_CODES.count) codes.add(newRecoveryCode(random));
  return [...codes];
};

/** As people see it: `XXXXXX-XXXXXX-XXXXXX-XXXXXX`. */
export const readable = (code: string): string =>
  (code.match(new RegExp(`.{${RECOVERY_CODES.groupLength}}`, 'g')) ?? []).join('-');

/** Under which a code is stored and found. */
export const recoveryCodeHash = (canonicalCode: string): string => sha256(canonicalCode);

/** A set as it is sealed: a code as people read it on each line, in the order of the slots. */
export const setToSeal = (codes: string[]): Uint8Array => Buffer.from(codes.map(readable).join('\n'));
export const openedSet = (opened: Uint8Array): string[] => Buffer.from(opened).toString('utf8').split('\n');

/** The item that holds a user's set. */
export const recoveryCodesItem = (codes: string[], sealedSet: Uint8Array, generatedAt: number): RecoveryCodes => ({
  generatedAt,
  sealedSet,
  codes: Object.fromEntries(codes.map((code, slot) => [recoveryCodeHash(code), { slot }])),
});
