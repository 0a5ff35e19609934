import * as z from 'zod/mini';

/**
 * Someone asked for a reset, or guessed at a password until it was closed. Written alike for every address, so that asking
 * tells nobody who has an account.
 */
export const PasswordResetRequest = z.object({
  id: z.string(),
  email: z.string(),
  at: z.int(),
  ip: z.string(),
  /** Not asked for: too many wrong passwords. */
  isClosed: z.optional(z.boolean()),
});
export type PasswordResetRequest = z.infer<typeof PasswordResetRequest>;
