import * as z from 'zod/mini';
import { Id, Permission, userStatuses } from '../fields.ts';
import { Method } from './sign-in.ts';

const LastSignIn = z.object({ at: z.int(), method: Method, twoFactorVerified: z.boolean() });

export const User = z.object({
  id: Id,
  organizationId: Id,
  email: z.string(),
  name: z.string(),
  permissions: z.array(Permission),
  status: z.enum(userStatuses),
  /** Raised by every change that ends sessions; a session or challenge of another version is dead. */
  authVersion: z.int(),
  passwordVersion: z.int(),
  /** How often suspended and how often invited: links from before are dead. */
  suspensions: z.int(),
  invitations: z.int(),
  /** A copy of `TwoFactor.enabledAt`, written in the same transactions; sign-in never trusts it. */
  twoFactorEnabledAt: z.optional(z.int()),
  lastSignIn: z.nullable(LastSignIn),
  /** Token hash → createdAt of the live sessions: what makes "at most 10" hold without a count or a query. */
  sessions: z.record(z.string(), z.int()),
  createdAt: z.int(),
  /** When an administrator last sent a reminder to turn 2FA on. */
  remindedAt: z.optional(z.int()),
  /** When the owner was last told that someone had the right password and did not go on. */
  alarmedAt: z.optional(z.int()),
});
export type User = z.infer<typeof User>;
