import { Failure } from '../../domain/errors.ts';
import { iso } from '../../domain/instant.ts';
import type { CallerContext } from '../../domain/request.ts';
import type { SecuritySettings } from '../../domain/security-settings.ts';
import type { RecoveryCodeSets } from '../../ports/factors/recovery-code-sets.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Limits } from '../../ports/limits/limits.ts';
import type { Random } from '../../ports/random.ts';
import type { SecretBox } from '../../ports/secret-box.ts';
import { spendBudget } from '../common/guess-limits.ts';
import { orUnavailable } from '../common/optimistically.ts';
import { prepareOwnChange } from '../common/own-change.ts';
import { keyIsTaken, type ReplayNeeds, replayIfDone, sealReply } from '../common/replay.ts';
import { makeRecoveryCodes } from './new-recovery-codes.ts';

type Needs = ReplayNeeds & {
  security: SecuritySettings;
  recoveryCodeSets: Pick<RecoveryCodeSets, 'regenerate'>;
  limits: Pick<Limits, 'spendBudget'>;
  recoverySecrets: Pick<SecretBox, 'seal'>;
  random: Random;
  ids: Ids;
};

/** Creates 8 new codes; every earlier code is dead at once, and so is every other session. */
export const regenerateRecoveryCodes = (needs: Needs, context: CallerContext) =>
  replayIfDone(needs, context, ['request_invalid'], () => regenerate(needs, context));

const regenerate = async (needs: Needs, context: CallerContext) => {
  const { now, caller } = context;
  const { user } = caller;
  if (user.twoFactorEnabledAt === undefined) throw new Failure('two_factor_not_enabled');
  const [{ shown, stored }] = await Promise.all([
    makeRecoveryCodes(needs, user.id, now),
    spendBudget(needs, context, 'notices', user.id),
  ]);
  const { change, session, answered } = prepareOwnChange(needs, context, 'recovery_codes_regenerated');
  const shownNow = { recoveryCodes: shown, generatedAt: iso(now), used: 0, session };
  const reply = sealReply(needs, context, answered, shownNow);
  const outcome = orUnavailable(await needs.recoveryCodeSets.regenerate({ ...change, recoveryCodes: stored, reply }));
  if (outcome === 'not_enabled') throw new Failure('two_factor_not_enabled');
  if (outcome === 'done_before') throw keyIsTaken();
  return shownNow;
};
