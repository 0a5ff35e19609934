import * as z from 'zod/mini';

/** Stands behind an invitation link: single use, for one user and one purpose. */
export const PasswordToken = z.object({
  hash: z.string(),
  /** `not_me`: of a mail that told what somebody did; it ends sessions, too, before it sets a password. */
  purpose: z.enum(['invitation', 'reset', 'not_me']),
  expiresAt: z.int(),
  /** The user's when it was issued: once a password is set, every other link is dead. */
  passwordVersion: z.int(),
});
export type PasswordToken = z.infer<typeof PasswordToken>;
