import type { SecurityEvent } from '../domain/entities/security-event.ts';
import type { User } from '../domain/entities/user.ts';
import type { Permission } from '../domain/fields.ts';
import type { CallerContext } from '../domain/request.ts';
import { userView } from '../domain/views.ts';
import type { Ids } from '../ports.ts';
import type { Users, UserUpdate } from '../store-ports.ts';
import { newEvent } from './steps/new-event.ts';
import { somebodyElse } from './steps/somebody-else.ts';
import { untilUnchanged } from './steps/until-unchanged.ts';
import { userOfOrganization } from './steps/user-of-organization.ts';

type Needs = { users: Pick<Users, 'get' | 'update'>; ids: Ids };
type Input = {
  userId: string;
  name?: string | undefined;
  permissions?: Permission[] | undefined;
  status?: User['status'] | undefined;
};

/** What the change is, to who reads the history. */
const eventType = (user: User, to: UserUpdate): SecurityEvent['type'] => {
  if (to.status === user.status) return 'user_updated';
  return to.status === 'suspended' ? 'user_suspended' : 'user_reactivated';
};

/**
 * Name, permissions and status of a user of the organization; effective at their next request. Suspending ends every
 * session. Nobody changes their own permissions or status.
 */
export const updateUser = (needs: Needs, context: CallerContext, { userId, name, permissions, status }: Input) =>
  untilUnchanged(async () => {
    const { user: admin } = context.caller;
    const user = await userOfOrganization(needs, admin, userId);
    if (permissions) somebodyElse(admin, user, '#/permissions');
    if (status) somebodyElse(admin, user, '#/status');
    const to: UserUpdate = {
      name: name ?? user.name,
      permissions: permissions ? [...new Set(permissions)] : user.permissions,
      status: status ?? user.status,
    };
    const event = newEvent(needs, context, eventType(user, to), admin.id);
    const outcome = await needs.users.update({ user, to, event });
    return outcome === 'changed' ? outcome : userView({ ...user, ...to });
  });
