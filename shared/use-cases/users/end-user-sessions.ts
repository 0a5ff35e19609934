import type { CallerContext } from '../../domain/request.ts';
import type { SecuritySettings } from '../../domain/security-settings.ts';
import type { Sessions } from '../../ports/accounts/sessions.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Limits } from '../../ports/limits/limits.ts';
import type { Random } from '../../ports/random.ts';
import { spendBudget } from '../common/guess-limits.ts';
import { newEvent } from '../common/new-event.ts';
import { optimistically } from '../common/optimistically.ts';
import { keyIsTaken, type ReplayNeeds, replayIfDone, sealReply } from '../common/replay.ts';
import { actorGone } from './steps/by-administrator.ts';
import { requireOtherUser } from './steps/require-other-user.ts';
import { userOfOrganization } from './steps/user-of-organization.ts';

type Needs = ReplayNeeds & {
  sessions: Pick<Sessions, 'endAll'>;
  limits: Pick<Limits, 'spendBudget'>;
  random: Random;
  ids: Ids;
  security: SecuritySettings;
};
type Input = { userId: string; reason: string };

/**
 * For a device that is lost or in the wrong hands: ends every session and every open sign-in of someone else, with a
 * reason. Password and factor stay.
 * @throws Failure `not_found`
 */
export const endUserSessions = (needs: Needs, context: CallerContext, { userId, reason }: Input) =>
  replayIfDone(needs, context, ['request_invalid'], async () => {
    const { user: actor } = context.caller;
    await spendBudget(needs, context, 'administration', actor.id);
    await optimistically(async () => {
      const user = requireOtherUser(actor, await userOfOrganization(needs, context, userId), '#/userId');
      const event = newEvent(needs, context, 'all_sessions_ended', actor.id, { reason });
      const reply = sealReply(needs, context, { userId: actor.id, authVersion: actor.authVersion }, {});
      const outcome = await needs.sessions.endAll({ actor, user, event, reply, now: context.now });
      if (outcome === 'actor_gone') throw actorGone();
      if (outcome === 'done_before') throw keyIsTaken();
      return outcome;
    });
    return {};
  });
