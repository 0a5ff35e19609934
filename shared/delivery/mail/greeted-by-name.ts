import { looksLikeAddress } from '../../domain/brand/looks-like-address.ts';
import type { MailName } from '../words/words.ts';

/**
 * Mails that also go to people who have not set a password yet. Someone else entered their name and address, so
 * greeting them by name would let that person send anyone a message in our name.
 */
const toAnybody = new Set<MailName>(['invited', 'invitedAgain', 'passwordReset', 'twoFactorReminder', 'emailChange']);

/** Whether a name is safe to greet with: people who create users must not be able to send messages in our name. */
export const isGreetedByName = (name: string, mail: MailName): boolean =>
  !toAnybody.has(mail) && !looksLikeAddress(name);
