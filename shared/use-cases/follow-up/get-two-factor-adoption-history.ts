import type { CallerContext } from '../../domain/request.ts';
import type { Adoptions } from '../../ports/accounts/adoptions.ts';

type Needs = { adoptions: Pick<Adoptions, 'days'> };

const MOST_DAYS = 90;

/** How adoption developed: the count at the end of each day on which it changed. */
export const getTwoFactorAdoptionHistory = async ({ adoptions }: Needs, { caller }: CallerContext) => {
  const days = await adoptions.days(caller.user.organizationId, MOST_DAYS);
  return { days: days.map(({ day, enabled, disabled }) => ({ day, enabled, total: enabled + disabled })) };
};
