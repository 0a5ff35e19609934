import * as z from 'zod/mini';
import { SignIn } from '../entities/sign-in.ts';
import { Id } from '../fields.ts';
import { PasswordResetRequest } from './password-reset-request.ts';
import { SecurityEvent } from './security-event.ts';

/**
 * A record of the table's stream that people are notified of: an event of an account, a sign-in from an unknown device,
 * or a request for a password reset (it names an address; whether it has an account is looked up later).
 */
export const Notification = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('event'), userId: Id, event: SecurityEvent }),
  z.object({ kind: z.literal('new_device'), userId: Id, signIn: SignIn }),
  z.object({ kind: z.literal('password_reset'), request: PasswordResetRequest }),
]);
export type Notification = z.infer<typeof Notification>;

/** The id of the underlying item. */
export const idOf = (notification: Notification): string => {
  if (notification.kind === 'event') return notification.event.id;
  return notification.kind === 'new_device' ? notification.signIn.id : notification.request.id;
};
