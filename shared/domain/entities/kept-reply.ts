import * as z from 'zod/mini';
import { Bytes } from '../fields.ts';

/** An answer for who asks the same again. Only the same request can open it (`domain/idempotency.ts`). */
export const KeptReply = z.object({ id: z.string(), sealed: Bytes, expiresAt: z.int() });
export type KeptReply = z.infer<typeof KeptReply>;
