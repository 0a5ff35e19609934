import * as z from 'zod/mini';
import { Bytes } from '../fields.ts';

/** A sign-in whose password was right and whose second factor is still owed. Lives inside the TwoFactor item. */
export const Challenge = z.object({
  expiresAt: z.int(),
  /** Attempts already spent, each by a conditional write before its code was looked at. */
  attempts: z.int(),
  authVersion: z.int(),
});
export type Challenge = z.infer<typeof Challenge>;

/** "2FA is on" means exactly: this item exists. */
export const TwoFactor = z.object({
  /** KMS ciphertext of the 20 secret bytes. */
  sealedSecret: Bytes,
  /** RFC 6238 5.2: the last accepted time step; only a greater one is ever accepted again. */
  lastStep: z.int(),
  /** Names this enrolment: the id of the set-up it came from. */
  generation: z.string(),
  enabledAt: z.int(),
  /** Token hash → challenge. */
  challenges: z.record(z.string(), Challenge),
});
export type TwoFactor = z.infer<typeof TwoFactor>;
