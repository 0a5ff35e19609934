import * as z from 'zod/mini';
import { Bytes } from '../fields.ts';

/** An answer for whoever asks the same again. Only the same request can open it (`domain/idempotency.ts`). */
export const IdempotencyRecord = z.object({
  id: z.string(),
  sealed: Bytes,
  expiresAt: z.int(),
  /** Whose request it answers, and as who they were then: what ends sessions ends the answer. */
  userId: z.string(),
  authVersion: z.int(),
  /** The session that it hands out: without it, it says nothing that is still true. */
  sessionHash: z.optional(z.string()),
});
export type IdempotencyRecord = z.infer<typeof IdempotencyRecord>;
