import * as z from 'zod/mini';

/* What the settings consist of. */

/** As browsers send it, and over TLS: plain http, with weaker cookies, is only for a developer's own machine. */
export const isOrigin = (text: string): boolean => {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url?.origin === text && (url.protocol === 'https:' || url.hostname === 'localhost');
};

export const STREAM = /^arn:aws:dynamodb:[a-z0-9-]+:\d{12}:table\/[\w.-]+\/stream\/[\dT:.-]+$/;

export const Region = z
  .string()
  .check(z.regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'Use the name of a region, such as eu-central-1'));

/** How mail is sent. Without it, a deployment sends none. */
export const Mail = z.strictObject({
  /** The sender's address: in a domain that SES has verified, or itself verified. */
  from: z.email(),
  /** Where SES has verified it, if not in the deployment's own region. */
  region: z.optional(Region),
  /** Whose rules and destinations of events apply to these mails. */
  configurationSet: z.optional(z.string().check(z.regex(/^[\w-]{1,64}$/))),
  /** The identity to send as, if it belongs to another account or is not the address's own. */
  identityArn: z.optional(z.string().check(z.regex(/^arn:aws:ses:[a-z0-9-]+:\d{12}:identity\/\S+$/))),
  /** Where answers go: mails ask people not to answer, but some do. */
  replyTo: z.optional(z.email()),
  /** Whom mails name where people need help, unless their organization names someone. */
  supportContact: z.optional(z.string().check(z.minLength(3), z.maxLength(200))),
});

/** Limits for each source address, in any five minutes; a company may be behind one. */
export const Firewall = z.strictObject({
  requestsIn5Minutes: z._default(z.int().check(z.minimum(100), z.maximum(2_000_000)), 3_000),
  signInsIn5Minutes: z._default(z.int().check(z.minimum(10), z.maximum(2_000_000)), 300),
});

/** Whom alarms reach: an address, or whoever listens to a topic of one's own. */
export const Alarms = z
  .strictObject({
    email: z.optional(z.email()),
    topicArn: z.optional(z.string().check(z.regex(/^arn:aws:sns:[a-z0-9-]+:\d{12}:[\w-]+$/))),
  })
  .check(
    z.refine(({ email, topicArn }) => (email === undefined) !== (topicArn === undefined), 'Name email or topicArn'),
  );
