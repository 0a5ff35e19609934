import * as z from 'zod/mini';
import { Email } from '../../domain/fields.ts';
import { operation } from '../operation.ts';
import { Account, Event, SessionEntry, SignIn, Timestamp, UserId } from '../schemas.ts';

/*
 * What happens to an account in the course of its life: another address, a copy of its data for its owner, its end.
 */

const area = 'lifecycle';
/** Far longer than a token, so that a malformed token gets the same answer as any other that does not work. */
const Token = z.string().check(z.minLength(1), z.maxLength(200));

export const requestEmailChange = operation({
  id: 'requestEmailChange',
  summary:
    'Request a link, emailed to the new address, that makes it the address of this account; the answer is the same for every address',
  area,
  method: 'POST',
  path: '/v1/me/email',
  auth: { fresh: true },
  body: z.strictObject({ email: Email }),
  status: 202,
  problems: ['mail_required'],
});

export const confirmEmailChange = operation({
  id: 'confirmEmailChange',
  summary:
    'Change the email address with the token of a link: every session ends, and the previous address is notified',
  area,
  method: 'POST',
  path: '/v1/email/confirm',
  auth: 'none',
  body: z.strictObject({ token: Token }),
  idempotencyKey: true,
  status: 200,
  reply: z.object({ email: z.string() }),
  problems: ['challenge_invalid', 'email_taken'],
});

export const changeUserEmail = operation({
  id: 'changeUserEmail',
  summary:
    'Correct the address of an invited user, who gets another invitation there; a user with a password gets a link to confirm it',
  area,
  method: 'POST',
  path: '/v1/users/{userId}/email',
  auth: { permission: 'users:manage', fresh: true },
  params: UserId,
  body: z.strictObject({ email: Email }),
  status: 200,
  reply: z.object({ email: z.string(), sentTo: z.optional(z.string()) }),
  problems: ['not_found', 'email_taken', 'user_suspended', 'mail_required'],
});

export const exportAccount = operation({
  id: 'exportAccount',
  summary: 'Get everything that is stored about this account, except secrets',
  area,
  method: 'GET',
  path: '/v1/me/export',
  auth: { fresh: true },
  withoutTwoFactor: true,
  status: 200,
  reply: z.object({
    exportedAt: Timestamp,
    account: z.extend(Account, { createdAt: Timestamp, remindedAt: z.optional(Timestamp) }),
    sessions: z.array(SessionEntry),
    signIns: z.array(SignIn),
    events: z.array(Event),
    /** Whether there are older sign-ins or events, which the lists of those have. */
    complete: z.boolean(),
  }),
  problems: [],
});

export const deleteAccount = operation({
  id: 'deleteAccount',
  summary: 'Delete this account: it ends at once, and all its data is erased',
  area,
  method: 'DELETE',
  path: '/v1/me',
  auth: { fresh: true },
  withoutTwoFactor: true,
  endsSession: 'always',
  status: 204,
  problems: ['last_administrator'],
});

export const deleteUser = operation({
  id: 'deleteUser',
  summary: 'Delete a user, or withdraw an invitation: the account ends at once, and all its data is erased',
  area,
  method: 'DELETE',
  path: '/v1/users/{userId}',
  auth: { permission: 'users:manage', fresh: true },
  params: UserId,
  idempotencyKey: true,
  status: 204,
  problems: ['not_found', 'last_administrator'],
});
