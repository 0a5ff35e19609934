import type { CallerContext } from '../../domain/request.ts';
import { userView } from '../../domain/views.ts';
import { type UserNeeds, userOfOrganization } from './steps/user-of-organization.ts';

/** One user of the administrator's organization. */
export const getUser = async (needs: UserNeeds, context: CallerContext, { userId }: { userId: string }) =>
  userView(await userOfOrganization(needs, context, userId));
