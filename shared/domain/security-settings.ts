import * as z from 'zod/mini';

const setting = (byDefault: number, least: number, most: number) =>
  z._default(z.int().check(z.minimum(least), z.maximum(most)), byDefault);

/**
 * Every number that decides how strict the product is, with its default and the bounds within which a deployment may
 * set it (`security` in cdk.json). Sources: RFC 6238, NIST SP 800-63B-4, OWASP ASVS 5.0. Units are in the names.
 */
export const SecuritySettings = z.strictObject({
  /** NIST SP 800-63B-4 3.1.1.2: 15 where the password may be all that is asked for. */
  passwordLeastCodePoints: setting(15, 8, 64),
  passwordMostCodePoints: setting(128, 64, 256),
  sessionMinutes: setting(24 * 60, 5, 30 * 24 * 60),
  /** At least two: that a session is used is noted once a minute. */
  sessionIdleMinutes: setting(60, 2, 30 * 24 * 60),
  sessionsPerUser: setting(10, 1, 50),
  challengeMinutes: setting(5, 1, 15),
  challengeAttempts: setting(5, 1, 10),
  /** Of one source address; those of known devices are counted apart. */
  challengesPerUser: setting(3, 1, 10),
  /** Of all unknown devices together. */
  unknownChallengesPerUser: setting(12, 1, 30),
  setupMinutes: setting(10, 1, 60),
  setupAttempts: setting(5, 1, 10),
  identityConfirmationMinutes: setting(15, 1, 60),
  /** Sign-in calls from one source address (IPv4, or an IPv6 /64). */
  sourceCallsPerMinute: setting(30, 1, 100_000),
  sourceCallsBurst: setting(30, 1, 100_000),
  /** Of these, how many may fail; a success does not clear it. */
  sourceFailuresPerMinute: setting(10, 1, 100_000),
  sourceFailuresBurst: setting(20, 1, 100_000),
  /** Failures without a wait, for a password as for a second factor; then the wait doubles from the first on. */
  freeFailures: setting(5, 1, 20),
  firstWaitSeconds: setting(30, 1, 3_600),
  longestWaitSeconds: setting(3_600, 1, 24 * 3_600),
  /** After so many in a row, a password is closed to unknown devices until it is set again (NIST SP 800-63B-4 3.2.2). */
  passwordFailuresInARow: setting(100, 10, 100),
  /** Second factor: what a success does not clear, and after how many in a row codes are refused until a reset. */
  secondFactorFailuresPerDay: setting(20, 1, 100),
  secondFactorFailuresInARow: setting(100, 1, 100),
  /** What one person may do that sends mail to them: showing codes, changing a password, asking for a reset. */
  noticesPerHour: setting(30, 1, 10_000),
  noticesBurst: setting(20, 1, 1_000),
  /** What one administrator may do that sends mail to others. */
  administrationPerMinute: setting(60, 1, 10_000),
  administrationBurst: setting(120, 1, 10_000),
  /** Within so many minutes, the same news is sent once. */
  sameNewsMinutes: setting(10, 1, 60),
  deviceDays: setting(90, 1, 400),
  invitationHours: setting(72, 1, 14 * 24),
  /** Issued by an administrator for someone without their authenticator: stands for the second factor once. */
  bypassCodeMinutes: setting(60, 5, 24 * 60),
  resetMinutes: setting(30, 5, 24 * 60),
  /** How long the link of a mail that tells what someone did ends sessions and sets another password. */
  notMeHours: setting(72, 1, 14 * 24),
  /** How long a request that is sent again gets the answer that it would have got. */
  idempotencySeconds: setting(60, 1, 3_600),
  /** At most one reminder to turn 2FA on in so many days, for each user. */
  reminderDays: setting(7, 1, 365),
  recordDays: setting(400, 1, 3650),
});
export type SecuritySettings = z.infer<typeof SecuritySettings>;

export const defaultSecurity: SecuritySettings = SecuritySettings.parse({});

/** RFC 6238 parameters. Not settable: authenticator apps ignore other values without a word. */
export const TOTP = {
  algorithm: 'sha1',
  digits: 6,
  periodSeconds: 30,
  secretBytes: 20,
  /** Steps accepted before and after the current one (RFC 6238 5.2 and 6). */
  toleranceSteps: 1,
} as const;

/** Recovery codes: 24 Crockford base32 characters are 120 bit, far beyond guessing (ASVS 6.5.3 asks for 20 bit). */
export const RECOVERY_CODES = { count: 8, groups: 4, groupLength: 6 } as const;

/**
 * What stands for a second factor has one shape: 112 bit and more need no slow hash (ASVS 6.5.2).
 * @alias of the recovery codes
 */
export const BYPASS_CODE = RECOVERY_CODES;

/** Requests larger than this are refused before anything reads them. */
export const BODY_BYTES = 4_096;

/** argon2id (RFC 9106) at OWASP's first recommendation; a stored hash with other parameters is renewed at sign-in. */
export const ARGON2 = { memoryKiB: 19_456, passes: 2, parallelism: 1, tagBytes: 32, saltBytes: 16 } as const;
