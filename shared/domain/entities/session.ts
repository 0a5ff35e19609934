import * as z from 'zod/mini';
import { Place } from '../sessions/place.ts';
import { Method } from './sign-in.ts';

export const Session = z.object({
  /** SHA-256 of the token's secret part; the token itself is not stored anywhere. */
  hash: z.string(),
  createdAt: z.int(),
  lastSeenAt: z.int(),
  expiresAt: z.int(),
  identityConfirmedAt: z.int(),
  /** Whether that confirmation included the second factor. */
  secondFactorConfirmed: z.boolean(),
  method: Method,
  /** The time from which the organization requires a second factor, as it was when the session began. */
  twoFactorRequiredFrom: z.optional(z.int()),
  authVersion: z.int(),
  ip: z.string(),
  userAgent: z.string(),
  place: z.optional(Place),
});
export type Session = z.infer<typeof Session>;
