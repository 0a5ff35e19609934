import * as z from 'zod/mini';

/** Stands behind an invitation link: single use, for one user and one purpose. */
export const PasswordToken = z.object({
  hash: z.string(),
  purpose: z.enum(['invitation']),
  expiresAt: z.int(),
  /** The user's when it was issued: once a password is set, every other link is dead. */
  passwordVersion: z.int(),
});
export type PasswordToken = z.infer<typeof PasswordToken>;
