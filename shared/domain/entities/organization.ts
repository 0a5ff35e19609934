import * as z from 'zod/mini';
import { Id } from '../fields.ts';

export const twoFactorPolicyModes = ['off', 'encouraged', 'required'] as const;
/**
 * `off`: optional. `encouraged`: people see a notice. `required`: from that time on, users without 2FA can only turn it
 * on.
 */
export const TwoFactorPolicy = z.object({ mode: z.enum(twoFactorPolicyModes), requiredFrom: z.optional(z.int()) });
export type TwoFactorPolicy = z.infer<typeof TwoFactorPolicy>;

export const logoTypes = ['image/png', 'image/svg+xml'] as const;
/** A logo is named by its content, so whatever has its address never changes. */
export const Logo = z.object({
  id: z.string(),
  type: z.enum(logoTypes),
  /** Of a PNG: mail programs have to be told how large to show it. */
  width: z.optional(z.int()),
  height: z.optional(z.int()),
});
export type Logo = z.infer<typeof Logo>;

/** What an organization has changed of the product's own look. */
export const Brand = z.object({
  accent: z.optional(z.object({ light: z.string(), dark: z.string() })),
  logo: z.optional(Logo),
  supportContact: z.optional(z.string()),
  lostPhoneHelp: z.optional(z.string()),
  links: z.optional(z.array(z.object({ text: z.string(), url: z.string() }))),
  /** Counts changes: one does not undo another that it does not know. */
  version: z.int(),
});
export type Brand = z.infer<typeof Brand>;

/** The company or reseller whose name authenticator apps show. */
export const Organization = z.object({
  id: Id,
  name: z.string(),
  createdAt: z.int(),
  twoFactorPolicy: z.optional(TwoFactorPolicy),
  /** The domains that it may invite; if empty, any domain. */
  domains: z.optional(z.array(z.string())),
  brand: z.optional(Brand),
});
export type Organization = z.infer<typeof Organization>;
