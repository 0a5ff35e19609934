import * as z from 'zod/mini';
import { linkPurposes } from '../../domain/entities/password-token.ts';
import { BypassCode, Email, Id, Password, RecoveryCode, TotpCode } from '../../domain/fields.ts';
import { languageTags } from '../../domain/languages.ts';
import { operation } from '../operation.ts';
import { Device, LONGEST_ZONE, SignedIn, Timestamp, TwoFactorRequired } from '../schemas.ts';

const area = 'sign-in';
/** Far longer than a token, so that a malformed token gets the same answer as any other that does not work. */
const Token = z.string().check(z.minLength(1), z.maxLength(200));
/** One token, or the tokens of several accounts. */
const DeviceTokens = z.string().check(z.minLength(1), z.maxLength(400));
/** Names one of the challenges that this browser has started, when the token comes in a cookie. */
const ChallengeId = z.optional(z.string().check(z.maxLength(64)));

export const signIn = operation({
  id: 'signIn',
  summary: 'Sign in with email and password; with 2FA on, this starts a challenge',
  area,
  method: 'POST',
  path: '/v1/sign-in',
  auth: 'none',
  body: z.strictObject({
    email: Email,
    password: Password,
    transport: z._default(z.enum(['token', 'cookie']), 'token'),
    deviceToken: z.optional(DeviceTokens),
  }),
  fromCookies: ['deviceToken'],
  status: 200,
  reply: z.discriminatedUnion('status', [SignedIn, TwoFactorRequired]),
  problems: ['credentials_invalid', 'origin_rejected'],
});

export const signInTotp = operation({
  id: 'signInTotp',
  summary: 'Answer the challenge with a code from the authenticator app',
  area,
  method: 'POST',
  path: '/v1/sign-in/totp',
  auth: 'none',
  body: z.strictObject({ challengeToken: z.optional(Token), challengeId: ChallengeId, code: TotpCode }),
  fromCookies: ['challengeToken'],
  idempotencyKey: true,
  status: 200,
  reply: SignedIn,
  problems: ['challenge_invalid', 'code_invalid', 'origin_rejected'],
});

export const signInRecoveryCode = operation({
  id: 'signInRecoveryCode',
  summary: 'Answer the challenge with a recovery code, which is replaced',
  area,
  method: 'POST',
  path: '/v1/sign-in/recovery-code',
  auth: 'none',
  body: z.strictObject({ challengeToken: z.optional(Token), challengeId: ChallengeId, recoveryCode: RecoveryCode }),
  fromCookies: ['challengeToken'],
  idempotencyKey: true,
  status: 200,
  reply: z.extend(SignedIn, { recoveryCodeReplaced: z.literal(true) }),
  problems: ['challenge_invalid', 'code_invalid', 'origin_rejected'],
});

export const signInBypassCode = operation({
  id: 'signInBypassCode',
  summary: 'Answer the challenge with a bypass code from an administrator',
  area,
  method: 'POST',
  path: '/v1/sign-in/bypass-code',
  auth: 'none',
  body: z.strictObject({ challengeToken: z.optional(Token), challengeId: ChallengeId, bypassCode: BypassCode }),
  fromCookies: ['challengeToken'],
  idempotencyKey: true,
  status: 200,
  reply: SignedIn,
  problems: ['challenge_invalid', 'code_invalid', 'origin_rejected'],
});

export const signOut = operation({
  id: 'signOut',
  summary: 'End the current session',
  area,
  method: 'POST',
  path: '/v1/sign-out',
  auth: {},
  withoutTwoFactor: true,
  endsSession: 'always',
  status: 204,
  problems: [],
});

export const setPassword = operation({
  id: 'setPassword',
  summary: 'Set a password with the token of an invitation or an email',
  area,
  method: 'POST',
  path: '/v1/password/set',
  auth: 'none',
  body: z.strictObject({
    token: Token,
    newPassword: Password,
    transport: z._default(z.enum(['token', 'cookie']), 'token'),
    deviceToken: z.optional(DeviceTokens),
    /** For the mails of an account that has none yet. An unknown zone is ignored. */
    language: z.optional(z.enum(languageTags)),
    timeZone: z.optional(z.string().check(z.maxLength(LONGEST_ZONE))),
  }),
  fromCookies: ['deviceToken'],
  idempotencyKey: true,
  status: 200,
  reply: z.object({ device: z.optional(Device) }),
  problems: ['challenge_invalid', 'password_rejected', 'origin_rejected'],
});

export const inspectLink = operation({
  id: 'inspectLink',
  summary: 'Get whose account the token of a link is for, what it does, and until when',
  area,
  method: 'POST',
  path: '/v1/password/link',
  auth: 'none',
  body: z.strictObject({ token: Token }),
  status: 200,
  reply: z.object({
    email: z.string(),
    purpose: z.enum(linkPurposes),
    expiresAt: Timestamp,
    organizationId: Id,
  }),
  problems: ['challenge_invalid'],
});

export const requestPasswordReset = operation({
  id: 'requestPasswordReset',
  summary: 'Request an email with a link to set a new password; the answer is the same for every address',
  area,
  method: 'POST',
  path: '/v1/password/forgot',
  auth: 'none',
  body: z.strictObject({ email: Email }),
  status: 202,
  problems: [],
});

export const reportNotMe = operation({
  id: 'reportNotMe',
  summary:
    'Report that a change in an email wasn’t you: ends all sessions and the password, and lets you set a new one',
  area,
  method: 'POST',
  path: '/v1/password/not-me',
  auth: 'none',
  body: z.strictObject({ token: Token }),
  idempotencyKey: true,
  status: 200,
  reply: z.object({ token: z.string(), expiresAt: Timestamp }),
  problems: ['challenge_invalid'],
});
