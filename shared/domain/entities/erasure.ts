import * as z from 'zod/mini';
import { Id, Permission } from '../fields.ts';
import { Place } from '../sessions/place.ts';
import { StoredLanguage } from './stored-language.ts';

/**
 * What is still to be done about a deleted user: everything about them that the deletion itself left is erased, and
 * whoever has to know is told. It is the last item to name them, and is removed when that is done.
 */
export const Erasure = z.object({
  /** That of the event `user_deleted`. */
  id: Id,
  userId: Id,
  organizationId: Id,
  email: z.string(),
  name: z.string(),
  language: z.optional(StoredLanguage),
  timeZone: z.optional(z.string()),
  permissions: z.array(Permission),
  /** Whether they had ever set a password; without one, the deletion withdrew an invitation. */
  hadPassword: z.boolean(),
  /** Who deleted the account, as in a security event. */
  actorId: z.string(),
  at: z.int(),
  ip: z.string(),
  userAgent: z.optional(z.string()),
  place: z.optional(Place),
});
export type Erasure = z.infer<typeof Erasure>;
