import * as z from 'zod/mini';
import type { ReturnedMail } from '../../domain/events/returned-mail.ts';
import { Id } from '../../domain/fields.ts';
import type { Log } from '../../ports/log.ts';
import { errorFacts } from '../error-facts.ts';

/** What SES publishes to EventBridge about a mail: the parts that matter here. */
const MailEvent = z.object({
  'detail-type': z.enum(['Email Bounced', 'Email Rejected', 'Email Complaint Received']),
  time: z.string(),
  detail: z.object({
    mail: z.object({ messageId: z.string(), tags: z.object({ user: z.tuple([Id]), mail: z.tuple([z.string()]) }) }),
    bounce: z.optional(z.object({ bounceType: z.string(), bounceSubType: z.string() })),
    complaint: z.optional(z.object({ complaintFeedbackType: z.optional(z.nullable(z.string())) })),
    reject: z.optional(z.object({ reason: z.string() })),
  }),
});
type MailEvent = z.infer<typeof MailEvent>;

/** An automatic answer, or a mailbox that is full today: the mail arrived, or SES goes on trying. */
const isPassing = ({ detail: { bounce, complaint } }: MailEvent): boolean =>
  bounce?.bounceType === 'Transient' || complaint?.complaintFeedbackType === 'not-spam';

const causeOf = ({ detail: { bounce, complaint, reject } }: MailEvent): string => {
  if (bounce) return `${bounce.bounceType}/${bounce.bounceSubType}`;
  return complaint ? (complaint.complaintFeedbackType ?? 'complaint') : (reject?.reason ?? 'rejected');
};

const returnedMail = (event: MailEvent): ReturnedMail => ({
  type: event['detail-type'] === 'Email Complaint Received' ? 'mail_complained' : 'mail_bounced',
  at: Date.parse(event.time),
  messageId: event.detail.mail.messageId,
  userId: event.detail.mail.tags.user[0],
  mail: event.detail.mail.tags.mail[0],
  cause: causeOf(event),
});

/**
 * An event of EventBridge about a mail that came back. One that this product did not send is left alone: somebody else
 * may use the same configuration set.
 * @throws whatever failed, so that Lambda tries again
 */
export const returnedMails =
  (operation: string, log: Log, note: (returned: ReturnedMail) => Promise<{ outcome: string }>) =>
  async (event: unknown): Promise<void> => {
    const read = z.safeParse(MailEvent, event);
    if (!read.success) return log({ level: 'INFO', operation, outcome: 'not_ours' });
    if (isPassing(read.data)) return log({ level: 'INFO', operation, outcome: 'passing' });
    try {
      log({ level: 'WARN', operation, ...(await note(returnedMail(read.data))) });
    } catch (error) {
      log({ level: 'ERROR', operation, outcome: 'failed', error: errorFacts(error) });
      throw error;
    }
  };
