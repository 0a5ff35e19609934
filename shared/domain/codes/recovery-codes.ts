import type { Random } from '../../ports/random.ts';
import type { RecoveryCodes } from '../entities/recovery-codes.ts';
import { RECOVERY_CODES } from '../security-settings.ts';
import { sha256 } from '../sessions/tokens.ts';
import { grouped, newCode } from './crockford.ts';

export const newRecoveryCode = (random: Random): string => newCode(random, RECOVERY_CODES);

/** A set of distinct codes. */
export const newRecoveryCodes = (random: Random): string[] => {
  const codes = new Set<string>();
  while (codes.size < RECOVERY_CODES.count) codes.add(newRecoveryCode(random));
  return [...codes];
};

/** The displayed form: `XXXXXX-XXXXXX-XXXXXX-XXXXXX`. */
export const readable = (code: string): string => grouped(code, RECOVERY_CODES);

/** The hash under which a code is stored and found. */
export const recoveryCodeHash = (canonicalCode: string): string => sha256(canonicalCode);

/** The plaintext of a sealed set: one code per line in its displayed form, in the order of the slots. */
export const setToSeal = (codes: string[]): Uint8Array => Buffer.from(codes.map(readable).join('\n'));
export const openedSet = (opened: Uint8Array): string[] => Buffer.from(opened).toString('utf8').split('\n');

/** The item that holds a user's set. */
export const recoveryCodesItem = (codes: string[], sealedSet: Uint8Array, generatedAt: number): RecoveryCodes => ({
  generatedAt,
  sealedSet,
  codes: Object.fromEntries(codes.map((code, slot) => [recoveryCodeHash(code), { slot }])),
});
