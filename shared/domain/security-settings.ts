import * as z from 'zod/mini';

const setting = (byDefault: number, least: number, most: number) =>
  z._default(z.int().check(z.minimum(least), z.maximum(most)), byDefault);

/**
 * Every number that decides how strict the product is, with its default and the bounds within which a deployment may
 * set it (`security` in cdk.json). Sources: RFC 6238, NIST SP 800-63B-4, OWASP ASVS 5.0. The units are in the names.
 */
export const SecuritySettings = z.strictObject({
  /** NIST SP 800-63B-4 3.1.1.2: 15 where the password may be the only factor. */
  passwordLeastCodePoints: setting(15, 8, 64),
  passwordMostCodePoints: setting(128, 64, 256),
  sessionMinutes: setting(24 * 60, 5, 30 * 24 * 60),
  /** At least two, because the last use of a session is recorded only once a minute. */
  sessionIdleMinutes: setting(60, 2, 30 * 24 * 60),
  sessionsPerUser: setting(10, 1, 50),
  challengeMinutes: setting(5, 1, 15),
  challengeAttempts: setting(5, 1, 10),
  /** For one source address; challenges of known devices are counted separately. */
  challengesPerUser: setting(3, 1, 10),
  /** For all unknown devices together. */
  unknownChallengesPerUser: setting(12, 1, 30),
  setupMinutes: setting(10, 1, 60),
  setupAttempts: setting(5, 1, 10),
  identityConfirmationMinutes: setting(15, 1, 60),
  /** Sign-in calls from one source address (IPv4, or an IPv6 /64). */
  sourceCallsPerMinute: setting(30, 1, 100_000),
  sourceCallsBurst: setting(30, 1, 100_000),
  /** How many of these may fail; a success does not clear this count. */
  sourceFailuresPerMinute: setting(10, 1, 100_000),
  sourceFailuresBurst: setting(20, 1, 100_000),
  /**
   * Failures without a wait, for passwords and second factors alike; after that the wait doubles each time, starting at
   * the first value.
   */
  freeFailures: setting(5, 1, 20),
  firstWaitSeconds: setting(30, 1, 3_600),
  longestWaitSeconds: setting(3_600, 1, 24 * 3_600),
  /**
   * After this many in a row, a password is closed to unknown devices until it is set again (NIST SP 800-63B-4 3.2.2).
   */
  passwordFailuresInARow: setting(100, 10, 100),
  /** Second factor: a limit that a success does not clear, and how many failures in a row block codes until a reset. */
  secondFactorFailuresPerDay: setting(20, 1, 100),
  secondFactorFailuresInARow: setting(100, 1, 100),
  /** How often one person may do what sends mail to them: show codes, change the password, ask for a reset. */
  noticesPerHour: setting(30, 1, 10_000),
  noticesBurst: setting(20, 1, 1_000),
  /** How often one administrator may do what sends mail to others. */
  administrationPerMinute: setting(60, 1, 10_000),
  administrationBurst: setting(120, 1, 10_000),
  /** The same news is sent only once within this many minutes. */
  sameNewsMinutes: setting(10, 1, 60),
  deviceDays: setting(90, 1, 400),
  invitationHours: setting(72, 1, 14 * 24),
  /** Issued by an administrator to someone without their authenticator: it replaces the second factor once. */
  bypassCodeMinutes: setting(60, 5, 24 * 60),
  resetMinutes: setting(30, 5, 24 * 60),
  /** How long the link in a mail that reports an action can be used to end sessions and set a new password. */
  notMeHours: setting(72, 1, 14 * 24),
  /** How long a repeated request gets its original answer. */
  idempotencySeconds: setting(60, 1, 3_600),
  /** Each user gets at most one reminder to turn on 2FA within this many days. */
  reminderDays: setting(7, 1, 365),
  recordDays: setting(400, 1, 3650),
});
export type SecuritySettings = z.infer<typeof SecuritySettings>;

export const defaultSecurity: SecuritySettings = SecuritySettings.parse({});

/** RFC 6238 parameters. They are not configurable: authenticator apps silently ignore other values. */
export const TOTP = {
  algorithm: 'sha1',
  digits: 6,
  periodSeconds: 30,
  secretBytes: 20,
  /** Steps accepted before and after the current one (RFC 6238 5.2 and 6). */
  toleranceSteps: 1,
} as const;

/** Recovery codes: 24 Crockford base32 characters are 120 bits, far beyond guessing (ASVS 6.5.3 asks for 20 bits). */
export const RECOVERY_CODES = { count: 8, groups: 4, groupLength: 6 } as const;

/**
 * Bypass codes have the same shape as recovery codes: 112 bits and more need no slow hash (ASVS 6.5.2).
 * @alias of the recovery codes
 */
export const BYPASS_CODE = RECOVERY_CODES;

/** Larger requests are refused before anything reads them. */
export const BODY_BYTES = 4_096;

/** argon2id (RFC 9106) with OWASP's first recommendation; a stored hash with other parameters is renewed at sign-in. */
export const ARGON2 = { memoryKiB: 19_456, passes: 2, parallelism: 1, tagBytes: 32, saltBytes: 16 } as const;
