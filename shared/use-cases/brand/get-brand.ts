import { Failure } from '../../domain/errors.ts';
import type { Context } from '../../domain/request.ts';
import { brandView } from '../../domain/views.ts';
import type { OrganizationNeeds } from '../common/organization-of.ts';

/**
 * What anyone may see who knows the organization's id: it is in the links of its mails.
 * @throws Failure `not_found`
 */
export const getBrand = async (
  { organizations }: OrganizationNeeds,
  _: Context,
  { organizationId }: { organizationId: string },
) => {
  const organization = await organizations.get(organizationId);
  if (!organization) throw new Failure('not_found');
  return brandView(organization);
};
