import type { Organization } from '../../domain/entities/organization.ts';
import type { User } from '../../domain/entities/user.ts';
import type { Organizations } from '../../ports/accounts/organizations.ts';

export type OrganizationNeeds = { organizations: Pick<Organizations, 'get'> };

/** Every user has an organization; if one does not, the data is damaged and no answer should hide it. */
export const organizationOf = async ({ organizations }: OrganizationNeeds, user: User): Promise<Organization> => {
  const organization = await organizations.get(user.organizationId);
  if (!organization) throw new Error('a user belongs to an organization that does not exist');
  return organization;
};
