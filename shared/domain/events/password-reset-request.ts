import * as z from 'zod/mini';
import { Place } from '../sessions/place.ts';

/**
 * Someone asked for a reset, or guessed at a password until it was closed. The same item is written for every address,
 * so asking does not reveal who has an account.
 */
export const PasswordResetRequest = z.object({
  id: z.string(),
  email: z.string(),
  at: z.int(),
  ip: z.string(),
  userAgent: z.optional(z.string()),
  place: z.optional(Place),
  /** Set if this was caused by too many wrong passwords rather than by a request. */
  isClosed: z.optional(z.boolean()),
});
export type PasswordResetRequest = z.infer<typeof PasswordResetRequest>;
