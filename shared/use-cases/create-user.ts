import type { User } from '../domain/entities/user.ts';
import type { CallerContext } from '../domain/request.ts';
import { userView } from '../domain/views.ts';
import { type AnswerAgainNeeds, answeringAgain, keeping } from './steps/answer-again.ts';
import { type Invitation, type InviteNeeds, inviteUser, type NewUser } from './steps/invite-user.ts';

type Needs = InviteNeeds & AnswerAgainNeeds;

/** A new user of the administrator's organization, and the invitation to hand on. */
export const createUser = (needs: Needs, context: CallerContext, input: NewUser) => {
  const { caller } = context;
  const { organizationId, id: actorId } = caller.user;
  const answered = { userId: actorId, authVersion: caller.user.authVersion };
  const keep = (user: User, invitation: Invitation) =>
    keeping(needs, context, answered, { user: userView(user), invitation });
  return answeringAgain(needs, context, ['email_taken', 'request_invalid'], async () => {
    const inviting = { ...context, organizationId, actorId, keep };
    const { user, invitation } = await inviteUser(needs, inviting, input);
    return { user: userView(user), invitation };
  });
};
