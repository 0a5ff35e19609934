import type { User } from '../../domain/entities/user.ts';
import { Failure } from '../../domain/errors.ts';
import type { CallerContext } from '../../domain/request.ts';
import type { Credentials } from '../../ports/accounts/credentials.ts';
import type { Addresses } from '../../ports/lifecycle/addresses.ts';
import type { Limits } from '../../ports/limits/limits.ts';
import { spendBudget } from '../common/guess-limits.ts';
import { newEvent } from '../common/new-event.ts';
import { optimistically } from '../common/optimistically.ts';
import { type OrganizationNeeds, organizationOf } from '../common/organization-of.ts';
import { actorGone, requireActive, requireMail } from '../users/steps/by-administrator.ts';
import { requireDomain } from '../users/steps/require-domain.ts';
import { requireOtherUser } from '../users/steps/require-other-user.ts';
import { type UserNeeds, userOfOrganization } from '../users/steps/user-of-organization.ts';
import { type AskForEmailNeeds, askForEmail } from './steps/ask-for-email.ts';

type Needs = OrganizationNeeds &
  AskForEmailNeeds &
  UserNeeds & {
    addresses: Pick<Addresses, 'correct'>;
    credentials: Pick<Credentials, 'find'>;
    limits: Pick<Limits, 'spendBudget'>;
    sendsMail: boolean;
  };
type Input = { userId: string; email: string };

/** Nobody owns the account yet: the address is corrected at once, and the invitation goes to it. */
const correct = async (needs: Needs, context: CallerContext, user: User, to: string) => {
  const { user: actor } = context.caller;
  const credential = await needs.credentials.find(user.email);
  if (!credential) return 'changed';
  const event = newEvent(needs, context, 'user_invited_again', actor.id, { previousEmail: user.email, newEmail: to });
  const outcome = await needs.addresses.correct({ user, credential, to, actor, event });
  if (outcome === 'actor_gone') throw actorGone();
  if (outcome === 'email_taken') throw new Failure('email_taken');
  return outcome === 'changed' ? outcome : { email: to };
};

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
    if (user.email === email) return { email };
    if (user.passwordVersion === 0) return correct(needs, context, user, email);
    requireMail(needs);
    if (await needs.credentials.find(email)) throw new Failure('email_taken');
    await askForEmail(needs, context, { user, email, actorId: actor.id });
    return { email: user.email, sentTo: email };
  });
};
