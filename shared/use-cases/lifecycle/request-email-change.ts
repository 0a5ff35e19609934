import type { CallerContext } from '../../domain/request.ts';
import type { Limits } from '../../ports/limits/limits.ts';
import { spendBudget } from '../common/guess-limits.ts';
import { type OrganizationNeeds, organizationOf } from '../common/organization-of.ts';
import { requireMail } from '../users/steps/by-administrator.ts';
import { requireDomain } from '../users/steps/require-domain.ts';
import { type AskForEmailNeeds, askForEmail } from './steps/ask-for-email.ts';

type Needs = OrganizationNeeds & AskForEmailNeeds & { limits: Pick<Limits, 'spendBudget'>; sendsMail: boolean };

/**
 * The caller wants another address. A link goes there, and only it changes anything: a mistyped or a taken address
 * changes nothing, and the answer does not say which addresses have accounts.
 * @throws Failure `mail_required`; `request_invalid` for a domain that the organization may not invite
 */
export const requestEmailChange = async (needs: Needs, context: CallerContext, { email }: { email: string }) => {
  const { user } = context.caller;
  requireMail(needs);
  const organization = await organizationOf(needs, user);
  requireDomain(email, organization.domains);
  await spendBudget(needs, context, 'notices', user.id);
  await askForEmail(needs, context, { user, email, actorId: user.id });
};
