import * as z from 'zod/mini';
import { linkPurposes } from '../entities/password-token.ts';
import { Permission } from '../fields.ts';
import { Place } from '../sessions/place.ts';

export const securityEventTypes = [
  'user_created',
  'user_invited_again',
  'user_renamed',
  'user_suspended',
  'user_reactivated',
  'user_deleted',
  'permissions_granted',
  'permissions_withdrawn',
  'administrators_changed',
  'waits_lifted',
  'email_change_requested',
  'email_changed',
  'email_restored',
  'password_set',
  'password_changed',
  'password_closed',
  'session_ended',
  'sessions_ended',
  'all_sessions_ended',
  'two_factor_enabled',
  'two_factor_replaced',
  'two_factor_disabled',
  'two_factor_reset',
  'two_factor_undone',
  'recovery_codes_shown',
  'recovery_codes_regenerated',
  'recovery_codes_withdrawn',
  'recovery_code_used',
  'two_factor_reminded',
  'two_factor_policy_set',
  'brand_changed',
  'bypass_code_issued',
  'bypass_code_used',
  'second_factor_failed',
  'second_factor_abandoned',
  'reported_not_me',
  'mail_refused',
  'mail_bounced',
  'mail_complained',
] as const;

/** What happened to an account, written in the same transaction as the change itself. */
export const SecurityEvent = z.object({
  id: z.string(),
  type: z.enum(securityEventTypes),
  /** The user who did it, `command-line`, `stranger`, or `link-holder`. */
  actorId: z.string(),
  at: z.int(),
  ip: z.string(),
  /** What the client said it was. */
  userAgent: z.optional(z.string()),
  place: z.optional(Place),
  reason: z.optional(z.string()),
  /** The rights that it granted or revoked. */
  permissions: z.optional(z.array(Permission)),
  /** For a request that has to be confirmed: the version of the account that made it. */
  authVersion: z.optional(z.int()),
  /** The addresses of a change. */
  newEmail: z.optional(z.string()),
  previousEmail: z.optional(z.string()),
  /** The link that made it possible. */
  link: z.optional(z.enum(linkPurposes)),
  /** Whose rights changed, for events in the history of the other administrators. */
  aboutId: z.optional(z.string()),
  /** What its mail hands over: a KMS ciphertext in base64, which only mail delivery may open. */
  sealedPass: z.optional(z.string()),
});
export type SecurityEvent = z.infer<typeof SecurityEvent>;
