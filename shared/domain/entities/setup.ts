import * as z from 'zod/mini';
import { Bytes } from '../fields.ts';

/** A pending enrolment: never touches the live factor, and a newer one replaces it. */
export const Setup = z.object({
  setupId: z.string(),
  sealedSecret: Bytes,
  attempts: z.int(),
  expiresAt: z.int(),
  /** Of the user when it was begun: whatever ends sessions ends it, too. */
  authVersion: z.int(),
});
export type Setup = z.infer<typeof Setup>;
