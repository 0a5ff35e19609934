import * as z from 'zod/mini';

export const securityEventTypes = [
  'user_created',
  'user_invited_again',
  'user_updated',
  'user_suspended',
  'user_reactivated',
  'password_set',
  'password_changed',
  'session_ended',
  'sessions_ended',
  'two_factor_enabled',
  'two_factor_replaced',
  'two_factor_disabled',
  'two_factor_reset',
  'recovery_codes_shown',
  'recovery_codes_regenerated',
  'recovery_code_used',
  'two_factor_reminded',
  'two_factor_policy_set',
  'one_time_pass_issued',
  'one_time_pass_used',
  'second_factor_failed',
  'second_factor_abandoned',
  'reported_not_me',
] as const;

/** What happened to an account, written in the transaction that made it happen. */
export const SecurityEvent = z.object({
  id: z.string(),
  type: z.enum(securityEventTypes),
  /** The user who did it, or `command-line`. */
  actorId: z.string(),
  at: z.int(),
  ip: z.string(),
  reason: z.optional(z.string()),
});
export type SecurityEvent = z.infer<typeof SecurityEvent>;
