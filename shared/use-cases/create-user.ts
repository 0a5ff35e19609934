import type { CallerContext } from '../domain/request.ts';
import { userView } from '../domain/views.ts';
import { type InviteNeeds, inviteUser, type NewUser } from './steps/invite-user.ts';

/** A new user of the administrator's organization, and the invitation to hand on. */
export const createUser = async (needs: InviteNeeds, { now, client, caller }: CallerContext, input: NewUser) => {
  const { organizationId, id: actorId } = caller.user;
  const { user, invitation } = await inviteUser(needs, { organizationId, actorId, ip: client.ip, now }, input);
  return { user: userView(user), invitation };
};
