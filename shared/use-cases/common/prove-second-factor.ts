import { bypassCodeHash, isLivePass } from '../../domain/codes/bypass-code.ts';
import { newRecoveryCode, readable, recoveryCodeHash } from '../../domain/codes/recovery-codes.ts';
import { isReplayed, matchTimeStep } from '../../domain/codes/totp.ts';
import type { CounterName, TwoFactor } from '../../domain/entities/two-factor.ts';
import type { User } from '../../domain/entities/user.ts';
import { Failure } from '../../domain/errors.ts';
import type { Context } from '../../domain/request.ts';
import type { RecoveryCodeSets } from '../../ports/factors/recovery-code-sets.ts';
import type { SecondFactorProof } from '../../ports/factors/two-factors.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Random } from '../../ports/random.ts';
import type { SecretBox } from '../../ports/secret-box.ts';
import { newEvent } from './new-event.ts';

/** Whose code is compared, and whose counter the attempt was charged to. */
type Proving = { userId: string; counterName: CounterName; code: string };

/**
 * Compares a TOTP code. The result is consumed by the transaction that needs it; nothing is recorded here.
 * @throws Failure `code_invalid` for a code that is wrong, outside the window, or of a time step already used
 */
export const proveTotp = async (
  { totpSecrets }: { totpSecrets: Pick<SecretBox, 'open'> },
  { now, note }: Context,
  { userId, counterName, twoFactor, code }: Proving & { twoFactor: TwoFactor },
): Promise<SecondFactorProof> => {
  const secret = await totpSecrets.open(userId, twoFactor.sealedSecret);
  const attempt = { secret, code, now, lastTimeStep: twoFactor.lastTimeStep };
  const timeStep = matchTimeStep(attempt);
  if (timeStep !== null) return { kind: 'totp', counterName, timeStep, generation: twoFactor.generation };
  note({ reason: isReplayed(attempt) ? 'replayed_code' : 'wrong_code' });
  throw new Failure('code_invalid');
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
  needs: RecoveryCodeNeeds,
  context: Context,
  { userId, counterName, code }: Proving,
): Promise<SecondFactorProof> => {
  const { recoveryCodeSets, recoverySecrets, random } = needs;
  const usedHash = recoveryCodeHash(code);
  const newCode = newRecoveryCode(random);
  const [found, sealedCode] = await Promise.all([
    recoveryCodeSets.find(userId, usedHash),
    recoverySecrets.seal(userId, Buffer.from(readable(newCode))),
  ]);
  if (!found) {
    context.note({ reason: 'wrong_recovery_code' });
    throw new Failure('code_invalid');
  }
  return {
    kind: 'recovery_code',
    counterName,
    usedHash,
    newHash: recoveryCodeHash(newCode),
    replacement: { sealedCode, slot: found.slot },
    event: newEvent(needs, context, 'recovery_code_used', userId),
  };
};

/**
 * Compares a bypass code from an administrator. The consuming transaction checks that it still exists.
 * @throws Failure `code_invalid` for a bypass code that is unknown, used, replaced or expired
 */
export const proveBypassCode = (
  needs: { ids: Ids },
  context: Context,
  { user, counterName, twoFactor, code }: Omit<Proving, 'userId'> & { user: User; twoFactor: TwoFactor },
): SecondFactorProof => {
  const hash = bypassCodeHash(code);
  if (!isLivePass(twoFactor, user, hash, context.now)) {
    context.note({ reason: 'wrong_bypass_code' });
    throw new Failure('code_invalid');
  }
  const event = newEvent(needs, context, 'bypass_code_used', user.id);
  return { kind: 'bypass_code', counterName, hash, now: context.now, event };
};
