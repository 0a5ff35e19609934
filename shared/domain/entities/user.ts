import * as z from 'zod/mini';
import { Id, permissions, userStatuses } from '../fields.ts';
import { methods } from './sign-in.ts';
import { StoredLanguage } from './stored-language.ts';

/** Ways to sign in and rights that only a later version has lock nobody out after a way back to this one. */
const LastSignIn = z.pipe(
  z.nullable(z.object({ at: z.int(), method: z.string(), twoFactorVerified: z.boolean() })),
  z.transform((found) => {
    const method = methods.find((known) => known === found?.method);
    return found && method ? { ...found, method } : null;
  }),
);
const Permissions = z.pipe(
  z.array(z.string()),
  z.transform((found: string[]) => permissions.filter((known) => found.includes(known))),
);

export const User = z.object({
  id: Id,
  organizationId: Id,
  email: z.string(),
  name: z.string(),
  /** The language and time zone of the pages and mails, as the owner chose them; unset: the browser's, and UTC. */
  language: z.optional(StoredLanguage),
  timeZone: z.optional(z.string()),
  permissions: Permissions,
  status: z.enum(userStatuses),
  /** Incremented by every change that ends sessions; a session or challenge with another version is dead. */
  authVersion: z.int(),
  passwordVersion: z.int(),
  /** How often the user was suspended and how often invited: links from before are dead. */
  suspensions: z.int(),
  invitations: z.int(),
  /** A copy of `TwoFactor.enabledAt`, written in the same transactions; sign-in never trusts it. */
  twoFactorEnabledAt: z.optional(z.int()),
  lastSignIn: LastSignIn,
  /**
   * Changes of address that were taken back: those made from one moment to the other. Links that would undo one of them
   * are dead, so that whoever took the address cannot take it again.
   */
  undoneAddresses: z.optional(z.array(z.object({ from: z.int(), until: z.int() }))),
  /** Token hash → createdAt of the live sessions: this enforces "at most 10" without a counter or a query. */
  sessions: z.record(z.string(), z.int()),
  createdAt: z.int(),
  /** When an administrator last sent a reminder to turn on 2FA. */
  remindedAt: z.optional(z.int()),
  /** Set if the owner wants no such reminders. */
  declinesReminders: z.optional(z.boolean()),
  /** When the owner was last notified that someone entered the right password but did not finish signing in. */
  alarmedAt: z.optional(z.int()),
});
export type User = z.infer<typeof User>;
