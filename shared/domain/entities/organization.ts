import * as z from 'zod/mini';
import { Id } from '../fields.ts';

export const twoFactorPolicyModes = ['off', 'encouraged', 'required'] as const;
/**
 * `off`: optional. `encouraged`: people see a notice. `required`: from that time on, users without 2FA can only turn it
 * on.
 */
export const TwoFactorPolicy = z.object({ mode: z.enum(twoFactorPolicyModes), requiredFrom: z.optional(z.int()) });
export type TwoFactorPolicy = z.infer<typeof TwoFactorPolicy>;

/** The company or reseller whose name authenticator apps show. */
export const Organization = z.object({
  id: Id,
  name: z.string(),
  createdAt: z.int(),
  twoFactorPolicy: z.optional(TwoFactorPolicy),
  /** The domains that it may invite; if empty, any domain. */
  domains: z.optional(z.array(z.string())),
});
export type Organization = z.infer<typeof Organization>;
