import type { CallerContext } from '../../domain/request.ts';
import { accountView } from '../../domain/views.ts';
import { type OrganizationNeeds, organizationOf } from '../common/organization-of.ts';

/** The caller's account. */
export const getAccount = async (needs: OrganizationNeeds, { caller }: CallerContext) =>
  accountView(caller.user, await organizationOf(needs, caller.user));
