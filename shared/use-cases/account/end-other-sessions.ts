import type { CallerContext } from '../../domain/request.ts';
import type { SecuritySettings } from '../../domain/security-settings.ts';
import type { Sessions } from '../../ports/accounts/sessions.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Limits } from '../../ports/limits/limits.ts';
import type { Random } from '../../ports/random.ts';
import { spendBudget } from '../common/guess-limits.ts';
import { orUnavailable } from '../common/optimistically.ts';
import { prepareOwnChange } from '../common/own-change.ts';
import { keyIsTaken, type ReplayNeeds, replayIfDone, sealReply } from '../common/replay.ts';

type Needs = ReplayNeeds & {
  sessions: Pick<Sessions, 'endOthers'>;
  limits: Pick<Limits, 'spendBudget'>;
  random: Random;
  ids: Ids;
  security: SecuritySettings;
};

/**
 * Ends every session except the caller's, and every sign-in that has not passed its second factor yet. The caller's
 * session gets a new token, because a copy of the old one counts as another session.
 */
export const endOtherSessions = (needs: Needs, context: CallerContext) =>
  replayIfDone(needs, context, ['request_invalid'], async () => {
    await spendBudget(needs, context, 'notices', context.caller.user.id);
    const { change, session, answered } = prepareOwnChange(needs, context, 'sessions_ended');
    const answer = { session };
    const reply = sealReply(needs, context, answered, answer);
    const outcome = orUnavailable(await needs.sessions.endOthers({ ...change, reply }));
    if (outcome === 'done_before') throw keyIsTaken();
    return answer;
  });
