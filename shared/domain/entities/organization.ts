import * as z from 'zod/mini';
import { Id } from '../fields.ts';

/** The company or reseller whose name authenticator apps show. */
export const Organization = z.object({ id: Id, name: z.string(), createdAt: z.int() });
export type Organization = z.infer<typeof Organization>;
