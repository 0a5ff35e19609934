import type { MailName } from './words/words.ts';

/**
 * Mails that also go to people who have not set a password yet. Someone else entered their name and address, so
 * greeting them by name would let that person send anyone a message in our name.
 */
const toAnybody = new Set<MailName>(['invited', 'invitedAgain', 'passwordReset', 'twoFactorReminder', 'emailChange']);

const MOST_DIGITS = 4;

/**
 * A scheme, host, address or telephone number, including the compatibility forms that mail programs turn into links.
 */
const looksLikeAddress = (name: string): boolean => {
  const plain = name.normalize('NFKC').replace(/\u3002/g, '.');
  const digits = plain.match(/\p{N}/gu) ?? [];
  return /[/:@\\]|\bwww\b|\.[\p{L}\p{N}]{2}/iu.test(plain) || digits.length > MOST_DIGITS;
};

/** Whether a name is safe to greet with: people who create users must not be able to send messages in our name. */
export const isGreetedByName = (name: string, mail: MailName): boolean =>
  !toAnybody.has(mail) && !looksLikeAddress(name);
