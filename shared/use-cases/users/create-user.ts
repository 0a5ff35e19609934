import type { User } from '../../domain/entities/user.ts';
import type { CallerContext } from '../../domain/request.ts';
import { userView } from '../../domain/views.ts';
import type { Limits } from '../../ports/limits/limits.ts';
import { spendBudget } from '../common/guess-limits.ts';
import { type OrganizationNeeds, organizationOf } from '../common/organization-of.ts';
import { type ReplayNeeds, replayIfDone, sealReply } from '../common/replay.ts';
import { type Invitation, type InviteNeeds, inviteUser, type NewUser } from './steps/invite-user.ts';

type Needs = InviteNeeds & ReplayNeeds & OrganizationNeeds & { limits: Pick<Limits, 'spendBudget'> };

/** A new user of the administrator's organization, and the invitation to pass on. */
export const createUser = (needs: Needs, context: CallerContext, input: NewUser) => {
  const { user: actor } = context.caller;
  const answered = { userId: actor.id, authVersion: actor.authVersion };
  const keep = (user: User, invitation: Invitation) =>
    sealReply(needs, context, answered, { user: userView(user), invitation });
  return replayIfDone(needs, context, ['email_taken', 'request_invalid'], async () => {
    const [organization] = await Promise.all([
      organizationOf(needs, actor),
      spendBudget(needs, context, 'administration', actor.id),
    ]);
    const inviting = { ...context, organization, actor, actorId: actor.id, keep };
    const { user, invitation } = await inviteUser(needs, inviting, input);
    context.note({ targetId: user.id });
    return { user: userView(user), invitation };
  });
};
