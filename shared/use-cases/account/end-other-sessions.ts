import type { Numbers } from '../../domain/numbers.ts';
import type { CallerContext } from '../../domain/request.ts';
import type { Sessions } from '../../ports/accounts/sessions.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Limits } from '../../ports/limits/limits.ts';
import type { Random } from '../../ports/random.ts';
import { type AnswerAgainNeeds, answeringAgain, keeping, keyIsTaken } from '../common/answer-again.ts';
import { spendBudget } from '../common/guess-limits.ts';
import { prepareOwnChange } from '../common/own-change.ts';
import { onceOnly } from '../common/until-unchanged.ts';

type Needs = AnswerAgainNeeds & {
  sessions: Pick<Sessions, 'endOthers'>;
  limits: Pick<Limits, 'spendBudget'>;
  random: Random;
  ids: Ids;
  numbers: Numbers;
};

/**
 * Ends every session but the one that asks, and every sign-in that has not passed its second factor yet. This one goes on
 * under another token: a copy of the old one is one of the others.
 */
export const endOtherSessions = (needs: Needs, context: CallerContext) =>
  answeringAgain(needs, context, ['request_invalid'], async () => {
    await spendBudget(needs, context, 'notices', context.caller.user.id);
    const { change, session, answered } = prepareOwnChange(needs, context, 'sessions_ended');
    const answer = { session };
    const reply = keeping(needs, context, answered, answer);
    const outcome = onceOnly(await needs.sessions.endOthers({ ...change, reply }));
    if (outcome === 'done_before') throw keyIsTaken();
    return answer;
  });
