import type { CallerContext } from '../../domain/request.ts';
import type { Limits } from '../../ports/limits/limits.ts';
import { spendBudget } from '../common/guess-limits.ts';
import { optimistically } from '../common/optimistically.ts';
import { type ReplayNeeds, replayIfDone, sealReply } from '../common/replay.ts';
import { requireActive, requireMail } from './steps/by-administrator.ts';
import { type Invitation, type InviteAgainNeeds, issueInvitation } from './steps/invite-user.ts';
import { requireOtherUser } from './steps/require-other-user.ts';
import { type UserNeeds, userOfOrganization } from './steps/user-of-organization.ts';

type Needs = InviteAgainNeeds & UserNeeds & ReplayNeeds & { limits: Pick<Limits, 'spendBudget'>; sendsMail: boolean };

/**
 * Another link to set a password, which invalidates earlier ones. A user who already has a password gets it by mail,
 * and no one else sees it.
 * @throws Failure `not_found`, `user_suspended`, `mail_required`
 */
export const inviteAgain = (needs: Needs, context: CallerContext, input: { userId: string }) =>
  replayIfDone(needs, context, ['request_invalid'], async () => {
    const { user: actor } = context.caller;
    await spendBudget(needs, context, 'administration', actor.id);
    return optimistically(async () => {
      const found = await userOfOrganization(needs, context, input.userId);
      const user = requireActive(requireOtherUser(actor, found, '#/userId'));
      const isShown = user.passwordVersion === 0;
      if (!isShown) requireMail(needs);
      const answer = (invitation: Invitation | null) => (invitation ? { invitation } : { sentTo: user.email });
      const answered = { userId: actor.id, authVersion: actor.authVersion };
      const keep = (invitation: Invitation | null) => sealReply(needs, context, answered, answer(invitation));
      const again = { now: context.now, client: context.client, actor, actorId: actor.id, keep };
      const invitation = await issueInvitation(needs, user, again, isShown);
      return invitation === 'changed' ? invitation : answer(invitation);
    });
  });
