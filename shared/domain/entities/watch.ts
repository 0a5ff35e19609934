import * as z from 'zod/mini';
import { Id } from '../fields.ts';

/** A challenge that a device which was not known has begun: when it is over, somebody looks what became of it. */
export const Watch = z.object({ userId: Id, hash: z.string(), expiresAt: z.int(), ip: z.string() });
export type Watch = z.infer<typeof Watch>;
