import { Failure } from '../../domain/errors.ts';
import type { CallerContext } from '../../domain/request.ts';
import type { SecuritySettings } from '../../domain/security-settings.ts';
import type { TwoFactors } from '../../ports/factors/two-factors.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Limits } from '../../ports/limits/limits.ts';
import type { Random } from '../../ports/random.ts';
import { spendBudget } from '../common/guess-limits.ts';
import { orUnavailable } from '../common/optimistically.ts';
import { prepareOwnChange } from '../common/own-change.ts';
import { keyIsTaken, type ReplayNeeds, replayIfDone, sealReply } from '../common/replay.ts';

type Needs = ReplayNeeds & {
  twoFactors: Pick<TwoFactors, 'disable'>;
  limits: Pick<Limits, 'spendBudget'>;
  random: Random;
  ids: Ids;
  security: SecuritySettings;
};

/** Removes the second factor at once, with its recovery codes and any pending setup. */
export const disableTwoFactor = (needs: Needs, context: CallerContext) =>
  replayIfDone(needs, context, ['two_factor_not_enabled', 'request_invalid'], async () => {
    await spendBudget(needs, context, 'notices', context.caller.user.id);
    const { change, session, answered } = prepareOwnChange(needs, context, 'two_factor_disabled');
    const answer = { session };
    const reply = sealReply(needs, context, answered, answer);
    const outcome = orUnavailable(await needs.twoFactors.disable({ ...change, reply }));
    if (outcome === 'not_enabled') throw new Failure('two_factor_not_enabled');
    if (outcome === 'done_before') throw keyIsTaken();
    return answer;
  });
