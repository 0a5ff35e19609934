import * as z from 'zod/mini';
import { Bytes } from '../fields.ts';

export const StoredRecoveryCode = z.object({
  /** KMS ciphertext of the readable code if it is a replacement; the others are in `sealedSet`, in their slots. */
  sealedCode: z.optional(Bytes),
  /** 0 to 7: a replacement takes the slot of the code it replaces. */
  slot: z.int(),
});
export type StoredRecoveryCode = z.infer<typeof StoredRecoveryCode>;

/** A user's whole set in one item, so that there are always 8 or 0 by construction. */
export const RecoveryCodes = z.object({
  generatedAt: z.int(),
  /**
   * One KMS ciphertext of all codes as they were generated: one call instead of 8. Only the show operation opens it.
   */
  sealedSet: Bytes,
  /** How many codes of the set have ever been used. */
  used: z.optional(z.int()),
  /** SHA-256 of the canonical code → the code. */
  codes: z.record(z.string(), StoredRecoveryCode),
});
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;
