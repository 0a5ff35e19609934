import * as z from 'zod/mini';
import { Bytes } from '../fields.ts';

/** A sign-in with the right password that still needs the second factor. It is stored in the TwoFactor item. */
export const Challenge = z.object({
  expiresAt: z.int(),
  /** Attempts already spent, each by a conditional write before its code was compared. */
  attempts: z.int(),
  authVersion: z.int(),
  /** A new password starts a new count of wrong codes. */
  passwordVersion: z.int(),
  /** The address that the right password came from. */
  ip: z.string(),
  /** Whether the password came from a device that had signed in before: such a device has its own guesses. */
  fromKnownDevice: z.boolean(),
});
export type Challenge = z.infer<typeof Challenge>;

/** Wrong codes; `attempt` names the last write, for the next compare-and-swap. */
const Guesses = z.object({
  /** In a row under this password; the waits depend on this count. */
  count: z.int(),
  /** In a row, whatever the password. */
  inARow: z.int(),
  notBefore: z.int(),
  dayStartedAt: z.int(),
  dayCount: z.int(),
  passwordVersion: z.int(),
  /** Wrong recovery codes and bypass codes in a row: they cause no waits, but the owner is notified. */
  codes: z.int(),
  attempt: z.string(),
});
export type Guesses = z.infer<typeof Guesses>;
/** Known devices are counted separately, so that a stranger's failures do not lock out the owner. */
export type CounterName = 'device' | 'stranger';

/** "2FA is on" means exactly: this item exists. */
export const TwoFactor = z.object({
  /** KMS ciphertext of the 20 secret bytes. */
  sealedSecret: Bytes,
  /** RFC 6238 5.2: the last accepted time step; only a greater one will ever be accepted. */
  lastTimeStep: z.int(),
  /** Identifies this enrollment: the id of the setup that it came from. */
  generation: z.string(),
  /** When 2FA was turned on; replacing the authenticator does not change this. */
  enabledAt: z.int(),
  /**
   * Issued by an administrator, it replaces the second factor once. A newer one, or any change that ends sessions,
   * invalidates it.
   */
  bypassCode: z.optional(z.object({ hash: z.string(), expiresAt: z.int(), authVersion: z.int() })),
  /** Token hash → challenge. */
  challenges: z.record(z.string(), Challenge),
  guesses: z.object({ device: Guesses, stranger: Guesses }),
});
export type TwoFactor = z.infer<typeof TwoFactor>;
