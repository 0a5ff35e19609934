import type { CallerContext } from '../../domain/request.ts';
import type { Limits } from '../../ports/limits/limits.ts';
import { spendBudget } from '../common/guess-limits.ts';
import { optimistically } from '../common/optimistically.ts';
import { type OrganizationNeeds, organizationOf } from '../common/organization-of.ts';
import { requireActive, requireMail } from '../users/steps/by-administrator.ts';
import { requireDomain } from '../users/steps/require-domain.ts';
import { requireOtherUser } from '../users/steps/require-other-user.ts';
import { type UserNeeds, userOfOrganization } from '../users/steps/user-of-organization.ts';
import { type GiveAddressNeeds, giveAddress } from './steps/give-address.ts';

type Needs = OrganizationNeeds &
  GiveAddressNeeds &
  UserNeeds & { limits: Pick<Limits, 'spendBudget'>; sendsMail: boolean };
type Input = { userId: string; email: string };

/**
 * Gives a user of the administrator's organization another address. An invitation that nobody has used is corrected at
 * once; an account with an owner gets the address only when someone who reads mail there confirms it.
 * @throws Failure `not_found`, `user_suspended`, `email_taken`, `mail_required`; `request_invalid` for a domain that the
 * organization may not invite
 */
export const changeUserEmail = async (needs: Needs, context: CallerContext, { userId, email }: Input) => {
  const { user: actor } = context.caller;
  const organization = await organizationOf(needs, actor);
  requireDomain(email, organization.domains);
  await spendBudget(needs, context, 'administration', actor.id);
  return optimistically(async () => {
    const user = requireActive(requireOtherUser(actor, await userOfOrganization(needs, context, userId), '#/userId'));
    return giveAddress(needs, context, { user, email, actor, actorId: actor.id }, () => requireMail(needs));
  });
};
