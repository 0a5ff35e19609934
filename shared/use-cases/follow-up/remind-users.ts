import type { User } from '../../domain/entities/user.ts';
import type { CallerContext } from '../../domain/request.ts';
import type { Users } from '../../ports/accounts/users.ts';
import type { Limits } from '../../ports/limits/limits.ts';
import { spendBudget } from '../common/guess-limits.ts';
import { type RemindNeeds, remind } from './remind.ts';

type Needs = RemindNeeds & { users: Pick<Users, 'many'>; limits: Pick<Limits, 'spendBudget'> };
type Reason = 'not_found' | 'enabled' | 'suspended' | 'not_set_up' | 'declined' | 'recently';

/** Why someone should not get a reminder, as far as can be seen beforehand. */
const reasonOf = (admin: User, user: User | null): Reason | null => {
  if (user?.organizationId !== admin.organizationId) return 'not_found';
  if (user.twoFactorEnabledAt !== undefined) return 'enabled';
  if (user.status !== 'active') return 'suspended';
  // Without a password there is nothing to protect yet: that takes an invitation, not a reminder.
  if (user.passwordVersion === 0) return 'not_set_up';
  return user.declinesReminders ? 'declined' : null;
};

/** Reminds users to turn on 2FA: each gets at most one mail in `reminderDays`, however many administrators ask. */
export const remindUsers = async (needs: Needs, context: CallerContext, input: { userIds: string[] }) => {
  const { user: admin } = context.caller;
  await spendBudget(needs, context, 'administration', admin.id);
  const userIds = [...new Set(input.userIds)];
  const users = await needs.users.many(userIds);
  const outcomes = await Promise.all(
    users.map(async (user, index): Promise<{ userId: string; reason: Reason | null }> => {
      const userId = userIds[index] ?? '';
      const reason = reasonOf(admin, user);
      if (reason || !user) return { userId, reason };
      const outcome = await remind(needs, context, user, admin);
      return { userId, reason: outcome === 'reminded' ? null : 'recently' };
    }),
  );
  return {
    reminded: outcomes.filter(({ reason }) => reason === null).map(({ userId }) => userId),
    skipped: outcomes.flatMap(({ userId, reason }) => (reason === null ? [] : [{ userId, reason }])),
  };
};
