import * as z from 'zod/mini';

/**
 * `not_me`: the link in a mail that reports an action; it also ends sessions before it leads to a new password.
 * `email`: the link in a mail to a new address, which becomes that of the account.
 */
export const linkPurposes = ['invitation', 'reset', 'not_me', 'email'] as const;

/** The token behind an invitation link: single use, for one user and one purpose. */
export const PasswordToken = z.object({
  hash: z.string(),
  purpose: z.enum(linkPurposes),
  expiresAt: z.int(),
  /** The user's version when it was issued: once a password is set, every other link stops working. */
  passwordVersion: z.int(),
  /** As above: a suspension invalidates every link permanently. */
  suspensions: z.int(),
  /** For an invitation: a newer one invalidates older ones. For a reset: anything that ends sessions invalidates it. */
  invitations: z.optional(z.int()),
  authVersion: z.optional(z.int()),
  /** For `not_me`: a time when there was no second factor. A factor added later is removed, no matter who added it. */
  noFactorAt: z.optional(z.int()),
  /** For `email`: the new address. */
  newEmail: z.optional(z.string()),
  /** For `not_me` about a new address: the previous one, which the account gets back. */
  previousEmail: z.optional(z.string()),
  /** When the address was changed. */
  changedAt: z.optional(z.int()),
});
export type PasswordToken = z.infer<typeof PasswordToken>;
