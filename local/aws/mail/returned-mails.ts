import { randomUUID } from 'node:crypto';

type Sent = {
  Destination?: { ToAddresses?: string[] };
  ConfigurationSetName?: string;
  EmailTags?: { Name: string; Value: string }[];
};
/** An event of the default bus, as SES publishes it. */
export type MailEvent = { source: 'aws.ses'; 'detail-type': string; time: string; detail: object };

/** The addresses of SES's mailbox simulator, with what becomes of a mail to them. A label may follow: `bounce+ann@…`. */
const simulated: Record<string, { type: string; outcome: object }> = {
  bounce: { type: 'Email Bounced', outcome: { bounce: { bounceType: 'Permanent', bounceSubType: 'General' } } },
  ooto: { type: 'Email Bounced', outcome: { bounce: { bounceType: 'Transient', bounceSubType: 'General' } } },
  complaint: { type: 'Email Complaint Received', outcome: { complaint: { complaintFeedbackType: 'abuse' } } },
};
const simulator = /^(\w+)(?:\+[^@]*)?@simulator\.amazonses\.com$/;

/** What SES would publish about an accepted mail: nothing, unless it goes to the simulator by a configuration set. */
export const returnOf = (body: string, now: number): MailEvent | undefined => {
  const { Destination, ConfigurationSetName, EmailTags = [] } = JSON.parse(body) as Sent;
  const [to = ''] = Destination?.ToAddresses ?? [];
  const found = simulated[simulator.exec(to)?.[1] ?? ''];
  if (!found || ConfigurationSetName === undefined) return undefined;
  const tags = Object.fromEntries(EmailTags.map(({ Name, Value }) => [Name, [Value]]));
  const mail = {
    ...{ messageId: randomUUID(), destination: [to] },
    tags: { ...tags, 'ses:configuration-set': [ConfigurationSetName] },
  };
  return {
    ...{ source: 'aws.ses', 'detail-type': found.type, time: new Date(now).toISOString() },
    detail: { mail, ...found.outcome },
  };
};
