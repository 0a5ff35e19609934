import type { Language } from '../../domain/languages.ts';
import type { CallerContext } from '../../domain/request.ts';
import { accountView } from '../../domain/views.ts';
import type { Users } from '../../ports/accounts/users.ts';
import { type OrganizationNeeds, organizationOf } from '../common/organization-of.ts';

type Needs = OrganizationNeeds & { users: Pick<Users, 'setPreferences'> };
type Input = { language?: Language | undefined; timeZone?: string | undefined };

/** How the caller wants to be addressed. It decides nothing about access, so the history does not record it. */
export const updateAccount = async (needs: Needs, { caller: { user } }: CallerContext, input: Input) => {
  const preferences = {
    ...(input.language && { language: input.language }),
    ...(input.timeZone && { timeZone: input.timeZone }),
  };
  const [organization] = await Promise.all([
    organizationOf(needs, user),
    needs.users.setPreferences(user.id, preferences),
  ]);
  return accountView({ ...user, ...preferences }, organization);
};
