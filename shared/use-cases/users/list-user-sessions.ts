import type { CallerContext } from '../../domain/request.ts';
import { type LiveSessionNeeds, liveSessions } from '../account/steps/live-sessions.ts';
import { type UserNeeds, userOfOrganization } from './steps/user-of-organization.ts';

/** Where a user of the administrator's organization is signed in. */
export const listUserSessions = async (
  needs: UserNeeds & LiveSessionNeeds,
  context: CallerContext,
  { userId }: { userId: string },
) => {
  const user = await userOfOrganization(needs, context, userId);
  return { sessions: await liveSessions(needs, context.now, user, context.caller.session.hash) };
};
