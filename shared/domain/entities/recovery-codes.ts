import * as z from 'zod/mini';
import { Bytes } from '../fields.ts';

export const StoredRecoveryCode = z.object({
  /** KMS ciphertext of the readable code; only the show operation may open it. */
  sealedCode: Bytes,
  /** 0 to 7: a replacement takes the place of the code it replaces. */
  slot: z.int(),
});
export type StoredRecoveryCode = z.infer<typeof StoredRecoveryCode>;

/** A user's whole set in one item, so that there are always 8 or 0 by construction. */
export const RecoveryCodes = z.object({
  generatedAt: z.int(),
  /** SHA-256 of the canonical code → the code. */
  codes: z.record(z.string(), StoredRecoveryCode),
});
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;
