import * as z from 'zod/mini';

/** Somebody asked for a reset. Written alike for every address, so that asking tells nobody who has an account. */
export const PasswordResetRequest = z.object({ id: z.string(), email: z.string(), at: z.int(), ip: z.string() });
export type PasswordResetRequest = z.infer<typeof PasswordResetRequest>;
