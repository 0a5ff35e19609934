import { readFileSync } from 'node:fs';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import * as z from 'zod/mini';
import { SecuritySettings } from '../shared/domain/security-settings.ts';
import { Alarms, Firewall, isOrigin, Mail, Region, STREAM } from './setting-parts.ts';

/** The periods that CloudWatch Logs offers. */
const retentions = Object.values(RetentionDays).filter((days) => typeof days === 'number');

/** What a deployment decides. */
export const Settings = z
  .strictObject({
    /** `dev`: everything goes with `cdk destroy`. `production`: what people would miss stays, and cannot be deleted. */
    stage: z._default(z.enum(['production', 'dev']), 'production'),
    /** Names the stacks, and so the table; part of the encryption context. Changing it makes a new, empty deployment. */
    stackName: z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9-]{0,60}$/)),
    /** Shown in the API document; a new password may not contain it. */
    productName: z.string().check(z.minLength(1), z.maxLength(64)),
    /** Where users, keys and functions live. To deploy, it has to be named. */
    region: z.optional(Region),
    /** If it is named, nothing is deployed to another account by mistake. */
    account: z.optional(z.string().check(z.regex(/^\d{12}$/, 'Use the 12 digits of the account, as text'))),
    /** Where people open the pages, under a name of one's own. Without it, that is the distribution's own name. */
    origin: z.optional(z.string().check(z.refine(isOrigin, 'Use https://host, as a browser would name it'))),
    /** The certificate for the origin's host, in us-east-1. */
    certificateArn: z.optional(z.string().check(z.regex(/^arn:aws:acm:us-east-1:\d{12}:certificate\/[0-9a-f-]{36}$/))),
    /** Whether browsers are to use TLS for all hosts below the origin's, too: not all of them may be ready. */
    includeSubdomains: z._default(z.boolean(), false),
    /** Whom researchers reach who found a weakness: `/.well-known/security.txt` names them. */
    securityContact: z.optional(z.string().check(z.regex(/^(mailto:|https:\/\/)[^\s'"\\]{3,200}$/))),
    /** Whether the functions refuse requests that bypassed the distribution, and so its firewall. */
    edgeOnly: z._default(z.boolean(), false),
    /** The next number rotates the secret that distribution and functions share. */
    originSecret: z._default(z.int().check(z.minimum(1)), 1),
    /**
     * The stream of a restored table that takes the place of the deployment's own, which stays as it is. Naming the
     * stream names the table, too.
     */
    restoredTable: z.optional(z.string().check(z.regex(STREAM, 'Use the ARN of the restored table’s stream'))),
    /** How long a daily backup of the table is kept, for longer than the 35 days of point-in-time recovery. */
    backupDays: z.optional(z.int().check(z.minimum(36), z.maximum(3_650))),
    /** A web ACL for the distribution, created elsewhere: rate rules for each address, managed rule groups. */
    webAclArn: z.optional(
      z.string().check(z.regex(/^arn:aws:wafv2:us-east-1:\d{12}:global\/webacl\/[\w-]+\/[0-9a-f-]{36}$/)),
    ),
    /** A web ACL of the deployment's own, in a stack in us-east-1. */
    firewall: z.optional(Firewall),
    /** Whether the distribution logs who fetched what, into a bucket of its own. */
    edgeLogs: z._default(z.boolean(), false),
    /** New versions of the functions behind sign-in get a tenth of the requests for so long; alarms take them back. */
    rollout: z.optional(z.strictObject({ minutes: z._default(z.int().check(z.minimum(1), z.maximum(60)), 5) })),
    mail: z.optional(Mail),
    /** Whom alarms reach: by email, or a topic of one's own. Without it, they only change their state. */
    alarms: z.optional(Alarms),
    logRetentionDays: z._default(
      z.literal(retentions, 'CloudWatch Logs knows only certain periods: 30, 90, 365 and others'),
      RetentionDays.THREE_MONTHS,
    ),
    /** The rate limit of a route, for all callers together; see `throttles.ts` for the routes with lower limits. */
    throttle: z._default(z.strictObject({ ratePerSecond: z.int(), burst: z.int() }), {
      ratePerSecond: 500,
      burst: 1_000,
    }),
    security: z._default(SecuritySettings, SecuritySettings.parse({})),
  })
  .check(
    z.refine(({ origin, certificateArn }) => certificateArn === undefined || origin !== undefined, {
      path: ['origin'],
      message: 'Name the host that the certificate is for',
    }),
    z.refine(
      ({ region, alarms }) => region === undefined || !alarms?.topicArn || alarms.topicArn.split(':')[3] === region,
      { path: ['alarms', 'topicArn'], message: 'CloudWatch publishes only to topics of its own region' },
    ),
    z.refine(
      ({ region, restoredTable }) => region === undefined || !restoredTable || restoredTable.split(':')[3] === region,
      { path: ['restoredTable'], message: 'The functions read a table of their own region' },
    ),
    z.refine(
      ({ origin, certificateArn }) =>
        origin === undefined || certificateArn !== undefined || new URL(origin).hostname === 'localhost',
      {
        path: ['certificateArn'],
        message:
          'An origin of one’s own needs a certificate for its host; leave out the origin to use CloudFront’s name',
      },
    ),
  );
export type Settings = z.infer<typeof Settings>;

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');
/** The setting that was probably meant: the same letters, or most of them. */
const meant = (key: string, known: string[]): string => {
  const similar = known.find((name) => plain(name) === plain(key) || plain(name).includes(plain(key).slice(0, 5)));
  return similar === undefined ? `known are ${known.join(', ')}` : `do you mean ${similar}?`;
};

const keysAt = (path: PropertyKey[]): string[] => {
  if (path[0] === 'mail') return Object.keys(Mail.shape);
  if (path[0] === 'rollout') return ['minutes'];
  if (path[0] === 'firewall') return Object.keys(Firewall.shape);
  if (path[0] === 'alarms') return ['email', 'topicArn'];
  if (path[0] === 'security') return Object.keys(SecuritySettings.parse({}));
  return path[0] === 'throttle' ? ['ratePerSecond', 'burst'] : Object.keys(Settings.shape);
};

const faultsOf = (issue: z.core.$ZodIssue): string[] => {
  const { path, message } = issue;
  if (issue.code !== 'unrecognized_keys') return [`${path.join('.')}: ${message}`];
  return issue.keys.map((key) => `${[...path, key].join('.')}: there is no such setting; ${meant(key, keysAt(path))}`);
};

type Context = { tryGetContext(key: string): unknown };

/** `-c settings=<file>` names a JSON file with other settings: one for each stage, for example. */
const givenIn = (context: Context): { source: string; given: unknown } => {
  const given = context.tryGetContext('settings');
  if (typeof given !== 'string') return { source: 'cdk.json', given };
  return { source: given, given: JSON.parse(readFileSync(given, 'utf8')) };
};

/** @throws Error that names each setting which is unknown, missing or wrong */
export const readSettings = (context: Context): Settings => {
  const { source, given } = givenIn(context);
  const result = z.safeParse(Settings, given);
  if (result.success) return result.data;
  throw new Error(`${source}: ${result.error.issues.flatMap(faultsOf).join('; ')}`);
};
