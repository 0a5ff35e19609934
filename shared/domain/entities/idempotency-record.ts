import * as z from 'zod/mini';
import { Bytes } from '../fields.ts';

/** An answer kept for a repeated request. Only the same request can open it (`domain/idempotency.ts`). */
export const IdempotencyRecord = z.object({
  id: z.string(),
  sealed: Bytes,
  expiresAt: z.int(),
  /** Whose request it answers, and their version at the time: whatever ends their sessions invalidates the answer. */
  userId: z.string(),
  authVersion: z.int(),
  /** The session that it hands out: without that session, nothing in the answer is still true. */
  sessionHash: z.optional(z.string()),
});
export type IdempotencyRecord = z.infer<typeof IdempotencyRecord>;
