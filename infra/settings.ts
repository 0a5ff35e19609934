import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import * as z from 'zod/mini';
import { SecuritySettings } from '../shared/domain/security-settings.ts';

/** The periods that CloudWatch Logs offers. */
const retentions = Object.values(RetentionDays).filter((days) => typeof days === 'number');

/** As browsers send it, and over TLS: plain http, with weaker cookies, is only for a developer's own machine. */
const isOrigin = (text: string): boolean => {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url?.origin === text && (url.protocol === 'https:' || url.hostname === 'localhost');
};

/** What a deployment decides: the context in cdk.json, or `-c key=value`. */
const Settings = z.object({
  /** Names the stacks, and so the table; part of the encryption context. Changing it makes a new, empty deployment. */
  stackName: z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9-]{0,60}$/)),
  /** Shown in the API document; a new password may not contain it. */
  productName: z.string().check(z.minLength(1), z.maxLength(64)),
  /** Where the pages live: invitation links begin with it. No trailing slash. */
  origin: z.string().check(z.refine(isOrigin, 'Use https://host, as a browser would name it')),
  /** The certificate for the origin's host, in us-east-1; without one, the pages use CloudFront's own name. */
  certificateArn: z.optional(z.string().check(z.regex(/^arn:aws:acm:us-east-1:\d{12}:certificate\/[0-9a-f-]{36}$/))),
  /** Whether the functions refuse requests that bypassed the distribution, and so its firewall. */
  edgeOnly: z._default(z.union([z.boolean(), z.stringbool()]), false),
  /** A web ACL for the distribution, created elsewhere: rate rules for each address, managed rule groups. */
  webAclArn: z.optional(
    z.string().check(z.regex(/^arn:aws:wafv2:us-east-1:\d{12}:global\/webacl\/[\w-]+\/[0-9a-f-]{36}$/)),
  ),
  /** The sender address of mails, in a domain that SES has verified; without one, no mail is sent. */
  mailFrom: z.optional(z.email()),
  logRetentionDays: z.literal(retentions, 'CloudWatch Logs knows only certain periods: 30, 90, 365 and others'),
  /** The rate limit of a route, for all callers together; see `throttles.ts` for the routes with lower limits. */
  throttle: z.object({ ratePerSecond: z.int(), burst: z.int() }),
  security: SecuritySettings,
});
export type Settings = z.infer<typeof Settings>;

type Context = { tryGetContext(key: string): unknown };

/** @throws Error that names each setting which is missing or wrong */
export const readSettings = (context: Context): Settings => {
  const keys = Object.keys(Settings.shape);
  const result = z.safeParse(Settings, Object.fromEntries(keys.map((key) => [key, context.tryGetContext(key)])));
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(`cdk.json: ${faults.join('; ')}`);
};
