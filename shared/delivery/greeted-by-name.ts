import type { MailName } from './texts.ts';

/**
 * Mails that also go to people who have not set a password yet. Their name is nothing but what someone else entered,
 * with their address, and would be a way to send anybody a message in our name.
 */
const toAnybody = new Set<MailName>(['invited', 'invitedAgain', 'passwordReset', 'twoFactorReminder']);

const MOST_DIGITS = 4;

/** A scheme, a host, an address or a telephone number, in the compatibility forms that mail programs make links of, too. */
const looksLikeAddress = (name: string): boolean => {
  const plain = name.normalize('NFKC').replace(/\u3002/g, '.');
  const digits = plain.match(/\p{N}/gu) ?? [];
  return /[/:@\\]|\bwww\b|\.[\p{L}\p{N}]{2}/iu.test(plain) || digits.length > MOST_DIGITS;
};

/** Not where the name may say more than who it is: whoever names users must not send messages in our name. */
export const isGreetedByName = (name: string, mail: MailName): boolean =>
  !toAnybody.has(mail) && !looksLikeAddress(name);
