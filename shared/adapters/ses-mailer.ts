import { type SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { Mail, Mailer } from '../ports/mailer.ts';
import { displayName } from './display-name.ts';

const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });

/** RFC 3834: no vacation notice is to answer. */
const autoSubmitted = { Name: 'Auto-Submitted', Value: 'auto-generated' };
/** RFC 2369: mail programs show it beside the sender. */
const listUnsubscribe = (page: string) => ({ Name: 'List-Unsubscribe', Value: `<${page}>` });

/** SES allows letters, digits, hyphens and underscores. */
const tagsOf = ({ userId, mail }: NonNullable<Mail['about']>) => [
  { Name: 'user', Value: userId },
  { Name: 'mail', Value: mail },
];

/**
 * What SES reports about this particular message, such as an impossible address; and that it sends nothing for this
 * account or sender now, which may last for days: an operator has such mails sent again.
 */
const refusals = new Set([
  ...['MessageRejected', 'BadRequestException'],
  ...['SendingPausedException', 'AccountSuspendedException', 'MailFromDomainNotVerifiedException'],
]);

/** What an operator can do something about is said: SES reports it under the same name as an impossible message. */
const reasonOf = ({ name, message }: Error): string => (/not verified/i.test(message) ? 'IdentityNotVerified' : name);

/** As whom and by which rules mails are sent. */
export type Sender = {
  from: string;
  replyTo?: string | undefined;
  configurationSet?: string | undefined;
  identityArn?: string | undefined;
};

/** Mail through SES v2. It has no idempotency, so the caller decides whether a message was already sent. */
export const sesMailer = (
  client: Pick<SESv2Client, 'send'>,
  { from, replyTo, configurationSet, identityArn }: Sender,
): Mailer => ({
  async send({ to, fromName, subject, text, html, unsubscribe, about }) {
    const headers = [autoSubmitted, ...(unsubscribe === undefined ? [] : [listUnsubscribe(unsubscribe)])];
    const command = new SendEmailCommand({
      FromEmailAddress: fromName ? `${displayName(fromName)} <${from}>` : from,
      Destination: { ToAddresses: [to] },
      ...(replyTo !== undefined && { ReplyToAddresses: [replyTo] }),
      ...(configurationSet !== undefined && { ConfigurationSetName: configurationSet }),
      ...(identityArn !== undefined && { FromEmailAddressIdentityArn: identityArn }),
      ...(about && { EmailTags: tagsOf(about) }),
      Content: {
        Simple: { Subject: utf8(subject), Body: { Text: utf8(text), Html: utf8(html) }, Headers: headers },
      },
    });
    try {
      await client.send(command);
    } catch (error) {
      // Trying again would not help, and would hold up everyone else.
      if (!(error instanceof Error && refusals.has(error.name))) throw error;
      return { outcome: 'refused', reason: reasonOf(error) };
    }
    return { outcome: 'sent' };
  },
});
