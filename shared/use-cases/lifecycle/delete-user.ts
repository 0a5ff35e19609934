import type { CallerContext } from '../../domain/request.ts';
import type { SecuritySettings } from '../../domain/security-settings.ts';
import type { Limits } from '../../ports/limits/limits.ts';
import type { Random } from '../../ports/random.ts';
import { spendBudget } from '../common/guess-limits.ts';
import { newEvent } from '../common/new-event.ts';
import { optimistically } from '../common/optimistically.ts';
import { type ReplayNeeds, replayIfDone, sealReply } from '../common/replay.ts';
import { requireOtherUser } from '../users/steps/require-other-user.ts';
import { userOfOrganization } from '../users/steps/user-of-organization.ts';
import { type EndAccountNeeds, endAccount } from './steps/end-account.ts';

type Needs = EndAccountNeeds &
  ReplayNeeds & { limits: Pick<Limits, 'spendBudget'>; random: Random; security: SecuritySettings };

/**
 * Deletes a user of the administrator's organization; for one who has not set a password yet, this withdraws the
 * invitation. The administrator's own history records it, since the user's is erased.
 * @throws Failure `not_found`, `last_administrator`
 */
export const deleteUser = (needs: Needs, context: CallerContext, input: { userId: string }) =>
  replayIfDone(needs, context, ['not_found', 'request_invalid'], async () => {
    const { user: actor } = context.caller;
    await spendBudget(needs, context, 'administration', actor.id);
    await optimistically(async () => {
      const found = await userOfOrganization(needs, context, input.userId);
      const user = requireOtherUser(actor, found, '#/userId');
      const event = newEvent(needs, context, 'user_deleted', actor.id, { aboutId: user.id });
      const reply = sealReply(needs, context, { userId: actor.id, authVersion: actor.authVersion }, {});
      return endAccount(needs, context, { user, by: { actor, event }, actorId: actor.id, reply });
    });
    return {};
  });
