import * as z from 'zod/mini';
import { Id } from '../fields.ts';

/**
 * That an unknown device has begun a challenge: once it has expired, the schedule looks at what became of it. One for each
 * user and minute.
 */
export const Watch = z.object({ userId: Id, expiresAt: z.int(), ip: z.string() });
export type Watch = z.infer<typeof Watch>;
