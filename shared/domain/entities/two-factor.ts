import * as z from 'zod/mini';
import { Bytes } from '../fields.ts';

/** A sign-in whose password was right and whose second factor is still owed. Lives inside the TwoFactor item. */
export const Challenge = z.object({
  expiresAt: z.int(),
  /** Attempts already spent, each by a conditional write before its code was looked at. */
  attempts: z.int(),
  authVersion: z.int(),
  /** A new password begins a new count of wrong codes. */
  passwordVersion: z.int(),
  /** Where the right password came from. */
  ip: z.string(),
  /** Whether the password came from a device that had signed in before: it has guesses of its own. */
  fromKnownDevice: z.boolean(),
});
export type Challenge = z.infer<typeof Challenge>;

/** Wrong codes; `attempt` names the last write, for the next compare-and-swap. */
const Guesses = z.object({
  /** In a row, under this password: what the waits count. */
  count: z.int(),
  /** In a row, whatever the password. */
  inARow: z.int(),
  notBefore: z.int(),
  dayStartedAt: z.int(),
  dayCount: z.int(),
  passwordVersion: z.int(),
  /** Wrong recovery codes and passes in a row: they make nobody wait, but the owner hears of them. */
  codes: z.int(),
  attempt: z.string(),
});
export type Guesses = z.infer<typeof Guesses>;
/** Known devices count apart, so that a stranger's failures do not lock out the owner. */
export type CounterName = 'device' | 'stranger';

/** "2FA is on" means exactly: this item exists. */
export const TwoFactor = z.object({
  /** KMS ciphertext of the 20 secret bytes. */
  sealedSecret: Bytes,
  /** RFC 6238 5.2: the last accepted time step; only a greater one is ever accepted again. */
  lastTimeStep: z.int(),
  /** Names this enrolment: the id of the set-up it came from. */
  generation: z.string(),
  /** Since when 2FA is on; another authenticator does not change that. */
  enabledAt: z.int(),
  /** From an administrator, in place of the second factor, once. Another one, or any change that ends sessions, ends it. */
  bypassCode: z.optional(z.object({ hash: z.string(), expiresAt: z.int(), authVersion: z.int() })),
  /** Token hash → challenge. */
  challenges: z.record(z.string(), Challenge),
  guesses: z.object({ device: Guesses, stranger: Guesses }),
});
export type TwoFactor = z.infer<typeof TwoFactor>;
