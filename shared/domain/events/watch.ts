import * as z from 'zod/mini';
import { Id } from '../fields.ts';
import { Place } from '../sessions/place.ts';

/**
 * Records that an unknown device started a challenge: once it has expired, a scheduled function checks what became of
 * it. There is one for each user and minute.
 */
export const Watch = z.object({
  userId: Id,
  expiresAt: z.int(),
  ip: z.string(),
  userAgent: z.optional(z.string()),
  place: z.optional(Place),
});
export type Watch = z.infer<typeof Watch>;
