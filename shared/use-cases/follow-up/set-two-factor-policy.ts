import type { TwoFactorPolicy } from '../../domain/entities/organization.ts';
import type { CallerContext } from '../../domain/request.ts';
import { policyView } from '../../domain/views.ts';
import type { Organizations } from '../../ports/accounts/organizations.ts';
import type { Ids } from '../../ports/ids.ts';
import { newEvent } from '../common/new-event.ts';
import { type OrganizationNeeds, organizationOf } from '../common/organization-of.ts';
import { actorGone } from '../users/steps/by-administrator.ts';

type Needs = OrganizationNeeds & { organizations: Pick<Organizations, 'setTwoFactorPolicy'>; ids: Ids };
type Input = { mode: TwoFactorPolicy['mode']; requiredFrom?: string | undefined };

/** Leaves 2FA to the users (the default), encourages it, or requires it from a given time. */
export const setTwoFactorPolicy = async (needs: Needs, context: CallerContext, { mode, requiredFrom }: Input) => {
  const { user: actor } = context.caller;
  const organization = await organizationOf(needs, actor);
  const policy = { mode, ...(requiredFrom !== undefined && { requiredFrom: Date.parse(requiredFrom) }) };
  const said = requiredFrom === undefined ? mode : `${mode} from ${requiredFrom}`;
  const event = newEvent(needs, context, 'two_factor_policy_set', actor.id, { reason: said });
  const change = { organizationId: organization.id, policy, actor, event };
  if ((await needs.organizations.setTwoFactorPolicy(change)) === 'actor_gone') throw actorGone();
  return policyView({ ...organization, twoFactorPolicy: policy });
};
