import * as z from 'zod/mini';
import { Id } from '../fields.ts';

/** What an address signs in to. Without `passwordHash` (invited, not yet accepted) no password is right. */
export const Credential = z.object({
  email: z.string(),
  userId: Id,
  organizationId: Id,
  /** PHC string: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
  passwordHash: z.optional(z.string()),
  /** Equal to the user's, or one of the two was read before and the other after a change of the password. */
  passwordVersion: z.int(),
});
export type Credential = z.infer<typeof Credential>;
