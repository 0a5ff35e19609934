import * as z from 'zod/mini';
import { Place } from '../sessions/place.ts';

export const methods = ['password', 'password+totp', 'password+recovery_code', 'password+bypass_code'] as const;
export const Method = z.enum(methods);
/** How a session was created. */
export type Method = z.infer<typeof Method>;

/** One successful sign-in: the login record. Exactly one exists for each session ever created. */
export const SignIn = z.object({
  id: z.string(),
  at: z.int(),
  method: Method,
  twoFactorVerified: z.boolean(),
  ip: z.string(),
  userAgent: z.string(),
  place: z.optional(Place),
  /** Set if the device was unknown: the owner is then notified. */
  newDevice: z.optional(z.boolean()),
});
export type SignIn = z.infer<typeof SignIn>;
