import type { CallerContext } from '../../domain/request.ts';
import { policyView } from '../../domain/views.ts';
import { type OrganizationNeeds, organizationOf } from '../common/organization-of.ts';

/** What the administrator's organization requires of its users. */
export const getTwoFactorPolicy = async (needs: OrganizationNeeds, { caller }: CallerContext) =>
  policyView(await organizationOf(needs, caller.user));
