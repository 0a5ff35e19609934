import type { Organization } from '../../domain/entities/organization.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Organizations } from '../../ports/accounts/organizations.ts';
import type { Ids } from '../../ports/ids.ts';

type Needs = { organizations: Pick<Organizations, 'create'>; ids: Ids };

/** A company or reseller: a boundary around its users, and the name that their authenticator apps show. */
export const createOrganization = async (needs: Needs, now: Instant, name: string): Promise<Organization> => {
  const organization = { id: needs.ids.next(now), name, createdAt: now };
  await needs.organizations.create(organization);
  return organization;
};
