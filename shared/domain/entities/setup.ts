import * as z from 'zod/mini';
import { Bytes } from '../fields.ts';

/** A pending enrollment: it never touches the live factor, and a newer one replaces it. */
export const Setup = z.object({
  setupId: z.string(),
  sealedSecret: Bytes,
  attempts: z.int(),
  expiresAt: z.int(),
  /** The user's version when setup began: anything that ends sessions also ends the setup. */
  authVersion: z.int(),
});
export type Setup = z.infer<typeof Setup>;
