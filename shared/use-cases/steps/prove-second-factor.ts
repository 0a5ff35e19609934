import type { TwoFactor } from '../../domain/entities/two-factor.ts';
import { Failure } from '../../domain/errors.ts';
import { newRecoveryCode, readable, recoveryCodeHash } from '../../domain/recovery-codes.ts';
import type { Context } from '../../domain/request.ts';
import { matchStep } from '../../domain/totp.ts';
import type { Ids, Random, SecretBox } from '../../ports.ts';
import type { RecoveryCodeSets, SecondFactorProof } from '../../store-ports.ts';

/**
 * Compares a TOTP code. What it returns is consumed by the transaction that it is for; nothing is recorded here.
 * @throws Failure `code_invalid` for a code that is wrong, outside the window, or of a step already used
 */
export const proveTotp = async (
  { totpSecrets }: { totpSecrets: Pick<SecretBox, 'open'> },
  { now }: Context,
  userId: string,
  twoFactor: TwoFactor,
  code: string,
): Promise<SecondFactorProof> => {
  const secret = await totpSecrets.open(userId, twoFactor.sealedSecret);
  const step = matchStep({ secret, code, now, lastStep: twoFactor.lastStep });
  if (step === null) throw new Failure('code_invalid');
  return { kind: 'totp', step, generation: twoFactor.generation };
};

export type RecoveryCodeNeeds = {
  recoveryCodeSets: Pick<RecoveryCodeSets, 'find'>;
  recoverySecrets: Pick<SecretBox, 'seal'>;
  random: Random;
  ids: Ids;
};

/**
 * Finds a recovery code and prepares its replacement. The replacement is sealed while the code is looked up: a wrong
 * code makes the same calls as a right one.
 * @throws Failure `code_invalid` for a code that is unknown or used
 */
export const proveRecoveryCode = async (
  { recoveryCodeSets, recoverySecrets, random, ids }: RecoveryCodeNeeds,
  { now, client }: Context,
  userId: string,
  code: string,
): Promise<SecondFactorProof> => {
  const usedHash = recoveryCodeHash(code);
  const newCode = newRecoveryCode(random);
  const [found, sealedCode] = await Promise.all([
    recoveryCodeSets.find(userId, usedHash),
    recoverySecrets.seal(userId, Buffer.from(readable(newCode))),
  ]);
  if (!found) throw new Failure('code_invalid');
  return {
    kind: 'recovery_code',
    usedHash,
    newHash: recoveryCodeHash(newCode),
    replacement: { sealedCode, slot: found.slot },
    event: { id: ids.next(now), type: 'recovery_code_used', actorId: userId, at: now, ip: client.ip },
  };
};
