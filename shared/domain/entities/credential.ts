import * as z from 'zod/mini';
import { Id } from '../fields.ts';

/** The credential behind an address. Without `passwordHash` (invited but not accepted yet), every password is wrong. */
export const Credential = z.object({
  email: z.string(),
  userId: Id,
  organizationId: Id,
  /** PHC string: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
  passwordHash: z.optional(z.string()),
  /** Equal to the user's, unless the password changed between the two reads. */
  passwordVersion: z.int(),
});
export type Credential = z.infer<typeof Credential>;
