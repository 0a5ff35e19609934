import type { CallerContext } from '../domain/request.ts';
import type { Users } from '../store-ports.ts';

/** How many of the organization's users have 2FA on. */
export const getTwoFactorAdoption = async ({ users }: { users: Pick<Users, 'count'> }, { caller }: CallerContext) => {
  const { organizationId } = caller.user;
  const [enabled, disabled] = await Promise.all([
    users.count(organizationId, 'enabled'),
    users.count(organizationId, 'disabled'),
  ]);
  return { enabled, disabled, total: enabled + disabled };
};
