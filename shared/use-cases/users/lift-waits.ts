import type { CallerContext } from '../../domain/request.ts';
import type { Users } from '../../ports/accounts/users.ts';
import type { TwoFactors } from '../../ports/factors/two-factors.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Limits } from '../../ports/limits/limits.ts';
import { spendBudget } from '../common/guess-limits.ts';
import { liftAllWaits } from './steps/lift-all-waits.ts';
import { userOfOrganization } from './steps/user-of-organization.ts';

type Needs = {
  users: Pick<Users, 'get'>;
  limits: Pick<Limits, 'liftPassword' | 'restoreBudget' | 'spendBudget'>;
  twoFactors: Pick<TwoFactors, 'liftWaits'>;
  ids: Ids;
};
type Input = { userId: string; reason: string };

/**
 * For someone who has to wait because of other people's failures: ends all waits of a user at once. What is closed
 * after 100 failures in a row stays closed until a new password, a recovery code or a reset opens it.
 * @throws Failure `not_found`
 */
export const liftWaits = async (needs: Needs, context: CallerContext, input: Input) => {
  const { user: actor } = context.caller;
  const { id: userId } = await userOfOrganization(needs, context, input.userId);
  await spendBudget(needs, context, 'administration', actor.id);
  await liftAllWaits(needs, context, { userId, actor, actorId: actor.id, reason: input.reason });
};
