import type { User } from '../../../domain/entities/user.ts';
import { Failure } from '../../../domain/errors.ts';
import type { Context } from '../../../domain/request.ts';
import type { Credentials } from '../../../ports/accounts/credentials.ts';
import type { Addresses } from '../../../ports/lifecycle/addresses.ts';
import { newEvent } from '../../common/new-event.ts';
import { actorGone } from '../../users/steps/by-administrator.ts';
import { type AskForEmailNeeds, askForEmail } from './ask-for-email.ts';

export type GiveAddressNeeds = AskForEmailNeeds & {
  addresses: Pick<Addresses, 'correct'>;
  credentials: Pick<Credentials, 'find'>;
};
/** `actor`: the administrator who does it, or null for the operator of the deployment. */
type Giving = { user: User; email: string; actor: User | null; actorId: string };
type Asking = Pick<Context, 'now' | 'client'>;

/** Nobody owns the account yet: the address is corrected at once, and the invitation goes to it. */
const correct = async (needs: GiveAddressNeeds, context: Asking, { user, email: to, actor, actorId }: Giving) => {
  const credential = await needs.credentials.find(user.email);
  if (!credential) return 'changed';
  const event = newEvent(needs, context, 'user_invited_again', actorId, { previousEmail: user.email, newEmail: to });
  const outcome = await needs.addresses.correct({ user, credential, to, actor, event });
  if (outcome === 'actor_gone') throw actorGone();
  if (outcome === 'email_taken') throw new Failure('email_taken');
  return outcome === 'changed' ? outcome : { email: to };
};

/**
 * Gives someone else's account another address: at once if nobody owns the account yet, or else when someone who reads
 * mail there confirms it. `requireMail` throws where no mail can ask them.
 * @throws Failure `email_taken`
 */
export const giveAddress = async (
  needs: GiveAddressNeeds,
  context: Asking,
  giving: Giving,
  requireMail: () => void,
): Promise<'changed' | { email: string; sentTo?: string }> => {
  const { user, email, actorId } = giving;
  if (user.email === email) return { email };
  if (user.passwordVersion === 0) return correct(needs, context, giving);
  requireMail();
  if (await needs.credentials.find(email)) throw new Failure('email_taken');
  await askForEmail(needs, context, { user, email, actorId });
  return { email: user.email, sentTo: email };
};
