import { newRecoveryCodes, readable, recoveryCodesItem, setToSeal } from '../../domain/codes/recovery-codes.ts';
import type { RecoveryCodes } from '../../domain/entities/recovery-codes.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Random } from '../../ports/random.ts';
import type { SecretBox } from '../../ports/secret-box.ts';

type Needs = { random: Random; recoverySecrets: Pick<SecretBox, 'seal'> };

/** A whole set: in the form that people read, and in the form that is stored. */
export const makeRecoveryCodes = async (
  { random, recoverySecrets }: Needs,
  userId: string,
  now: Instant,
): Promise<{ shown: string[]; stored: RecoveryCodes }> => {
  const codes = newRecoveryCodes(random);
  const sealedSet = await recoverySecrets.seal(userId, setToSeal(codes));
  return { shown: codes.map(readable), stored: recoveryCodesItem(codes, sealedSet, now) };
};
