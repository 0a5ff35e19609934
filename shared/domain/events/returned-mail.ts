import type { Instant } from '../instant.ts';

/** What became of a mail that had been accepted for sending. */
export type ReturnedMail = {
  type: 'mail_bounced' | 'mail_complained';
  at: Instant;
  /** The provider's id of the mail. */
  messageId: string;
  /** Whose account the mail was about, and which mail it was, as it was tagged. */
  userId: string;
  mail: string;
  /** The provider's words for the cause. */
  cause: string;
};
