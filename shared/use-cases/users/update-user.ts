import type { User } from '../../domain/entities/user.ts';
import { Failure } from '../../domain/errors.ts';
import type { SecurityEvent } from '../../domain/events/security-event.ts';
import type { Permission } from '../../domain/fields.ts';
import type { CallerContext } from '../../domain/request.ts';
import { userView } from '../../domain/views.ts';
import type { Users, UserUpdate } from '../../ports/accounts/users.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Limits } from '../../ports/limits/limits.ts';
import { spendBudget } from '../common/guess-limits.ts';
import { newEvent } from '../common/new-event.ts';
import { optimistically } from '../common/optimistically.ts';
import { actorGone } from './steps/by-administrator.ts';
import { requireOtherUser } from './steps/require-other-user.ts';
import { userOfOrganization } from './steps/user-of-organization.ts';

type Needs = { users: Pick<Users, 'get' | 'update'>; limits: Pick<Limits, 'spendBudget'>; ids: Ids };
type Input = {
  userId: string;
  name?: string | undefined;
  permissions?: Permission[] | undefined;
  status?: User['status'] | undefined;
};
type Change = Pick<SecurityEvent, 'type' | 'permissions'>;

const permissionChanges = (before: Permission[], after: Permission[]): Change[] => {
  const granted = after.filter((permission) => !before.includes(permission));
  const withdrawn = before.filter((permission) => !after.includes(permission));
  return [
    ...(granted.length > 0 ? [{ type: 'permissions_granted' as const, permissions: granted }] : []),
    ...(withdrawn.length > 0 ? [{ type: 'permissions_withdrawn' as const, permissions: withdrawn }] : []),
  ];
};

/** What a change of each field means in the history. The table is total: a new field needs its own event. */
const changesOf: { [Field in keyof UserUpdate]: (user: User, to: UserUpdate[Field]) => Change[] } = {
  name: (user, to) => (user.name === to ? [] : [{ type: 'user_renamed' }]),
  permissions: (user, to) => permissionChanges(user.permissions, to),
  status: (user, to) =>
    user.status === to ? [] : [{ type: to === 'suspended' ? 'user_suspended' : 'user_reactivated' }],
};

/**
 * Name, permissions and status of a user of the organization; effective at their next request. Suspending ends every
 * session and every link. No one changes their own permissions or status.
 * @throws Failure `not_found`, `last_administrator`
 */
export const updateUser = async (needs: Needs, context: CallerContext, input: Input) => {
  const { user: actor } = context.caller;
  await spendBudget(needs, context, 'administration', actor.id);
  return optimistically(() => update(needs, context, input));
};

const update = async (needs: Needs, context: CallerContext, { userId, name, permissions, status }: Input) => {
  const { user: actor } = context.caller;
  const user = await userOfOrganization(needs, context, userId);
  if (permissions) requireOtherUser(actor, user, '#/permissions');
  if (status) requireOtherUser(actor, user, '#/status');
  const to: UserUpdate = {
    name: name ?? user.name,
    permissions: permissions ? [...new Set(permissions)] : user.permissions,
    status: status ?? user.status,
  };
  const changes = [
    ...changesOf.name(user, to.name),
    ...changesOf.permissions(user, to.permissions),
    ...changesOf.status(user, to.status),
  ];
  // Sent again, or nothing new: nothing happens, and no one is notified.
  if (changes.length === 0) return userView(user);
  const events = changes.map(({ type, ...facts }) => newEvent(needs, context, type, actor.id, facts));
  const outcome = await needs.users.update({ actor, user, to, events, now: context.now });
  if (outcome === 'actor_gone') throw actorGone();
  if (outcome === 'last_administrator') throw new Failure('last_administrator');
  return outcome === 'changed' ? outcome : userView({ ...user, ...to });
};
