import type { CallerContext } from '../../domain/request.ts';
import type { Adoptions } from '../../ports/accounts/adoptions.ts';

type Needs = { adoptions: Pick<Adoptions, 'get'> };

/** How many of the organization's users have 2FA on. */
export const getTwoFactorAdoption = async ({ adoptions }: Needs, { caller }: CallerContext) => {
  const { enabled, disabled } = await adoptions.get(caller.user.organizationId);
  return { enabled, disabled, total: enabled + disabled };
};
