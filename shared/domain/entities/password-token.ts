import * as z from 'zod/mini';

/** `not_me`: of a mail about what someone did; it ends sessions, too, before it leads to another password. */
export const linkPurposes = ['invitation', 'reset', 'not_me'] as const;

/** Stands behind an invitation link: single use, for one user and one purpose. */
export const PasswordToken = z.object({
  hash: z.string(),
  purpose: z.enum(linkPurposes),
  expiresAt: z.int(),
  /** The user's when it was issued: once a password is set, every other link is dead. */
  passwordVersion: z.int(),
  /** Likewise: a suspension ends every link for good. */
  suspensions: z.int(),
  /** For an invitation: another one ends those before. For a reset: whatever ends sessions ends it. */
  invitations: z.optional(z.int()),
  authVersion: z.optional(z.int()),
  /** For `not_me`: when there was no second factor. One that came later is undone, whoever turned it on. */
  noFactorAt: z.optional(z.int()),
});
export type PasswordToken = z.infer<typeof PasswordToken>;
