import type { CallerContext } from '../../domain/request.ts';
import { brandView } from '../../domain/views.ts';
import type { Brands } from '../../ports/accounts/brands.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Limits } from '../../ports/limits/limits.ts';
import type { LogoReader } from '../../ports/logos.ts';
import { spendBudget } from '../common/guess-limits.ts';
import { newEvent } from '../common/new-event.ts';
import { optimistically } from '../common/optimistically.ts';
import { type OrganizationNeeds, organizationOf } from '../common/organization-of.ts';
import { actorGone } from '../users/steps/by-administrator.ts';
import { type BrandInput, changedBrand, changedParts, readLogo } from './steps/changed-brand.ts';
import { requirePlainName, requireShowable } from './steps/require-showable.ts';

type Needs = OrganizationNeeds & {
  brands: Pick<Brands, 'change'>;
  limits: Pick<Limits, 'spendBudget'>;
  logos: LogoReader;
  ids: Ids;
};

/**
 * Changes how the pages and mails of the administrator's organization look. Its history says what was changed.
 * @throws Failure `request_invalid` for an image that cannot be shown safely
 */
export const updateBrand = async (needs: Needs, context: CallerContext, input: BrandInput) => {
  const { user: actor } = context.caller;
  requireShowable(input.name);
  const logo = readLogo(needs.logos, input.logo);
  await spendBudget(needs, context, 'administration', actor.id);
  return optimistically(async () => {
    const organization = await organizationOf(needs, actor);
    const { name = organization.name } = input;
    requirePlainName(name, organization.name);
    const brand = changedBrand(organization, input, logo);
    const parts = changedParts(organization, name, brand);
    if (parts.length === 0) return brandView(organization);
    const event = newEvent(needs, context, 'brand_changed', actor.id, { reason: parts.join(', ') });
    const change = { organization, name, brand, logo: logo ?? undefined, by: { actor, event }, now: context.now };
    const outcome = await needs.brands.change(change);
    if (outcome === 'actor_gone') throw actorGone();
    return outcome === 'changed' ? outcome : brandView({ ...organization, name, brand });
  });
};
