import * as z from 'zod/mini';
import { Email, EmailPrefix, Name, Permission, Reason } from '../../domain/fields.ts';
import { operation } from '../operation.ts';
import { Cursor, EventPage, Invitation, Limit, SignInPage, Timestamp, User } from '../schemas.ts';

const tag = 'Users';
/** Any text: an id that cannot exist is answered like one that does not. */
const UserId = z.object({ userId: z.string() });

export const listUsers = operation({
  id: 'listUsers',
  summary: "The organization's users by email, filtered by 2FA status and the beginning of the address",
  tag,
  method: 'GET',
  path: '/v1/users',
  auth: 'admin',
  query: z.strictObject({
    twoFactor: z.optional(z.enum(['enabled', 'disabled'])),
    email: z.optional(EmailPrefix),
    limit: Limit,
    cursor: Cursor,
  }),
  status: 200,
  reply: z.object({ users: z.array(User), nextCursor: z.optional(z.string()) }),
  problems: [],
});

export const getTwoFactorAdoption = operation({
  id: 'getTwoFactorAdoption',
  summary: "How many of the organization's users have 2FA on",
  tag,
  method: 'GET',
  path: '/v1/users/two-factor-adoption',
  auth: 'admin',
  status: 200,
  reply: z.object({ enabled: z.int(), disabled: z.int(), total: z.int() }),
  problems: [],
});

export const getUser = operation({
  id: 'getUser',
  summary: 'One user of the organization',
  tag,
  method: 'GET',
  path: '/v1/users/{userId}',
  auth: 'admin',
  params: UserId,
  status: 200,
  reply: User,
  problems: ['not_found'],
});

export const createUser = operation({
  id: 'createUser',
  summary:
    'A new user of the organization, with an invitation to set a password; with permissions, that takes a fresh identity',
  tag,
  method: 'POST',
  path: '/v1/users',
  auth: 'admin',
  body: z.strictObject({
    email: Email,
    name: Name,
    permissions: z.optional(z.array(Permission).check(z.maxLength(10))),
  }),
  freshFor: ['permissions'],
  idempotencyKey: true,
  status: 201,
  reply: z.object({ user: User, invitation: Invitation }),
  problems: ['email_taken'],
});

export const listUserSignIns = operation({
  id: 'listUserSignIns',
  summary: 'The sign-ins of one user, newest first',
  tag,
  method: 'GET',
  path: '/v1/users/{userId}/sign-ins',
  auth: 'admin',
  params: UserId,
  query: z.strictObject({ limit: Limit, cursor: Cursor }),
  status: 200,
  reply: SignInPage,
  problems: ['not_found'],
});

export const updateUser = operation({
  id: 'updateUser',
  summary: 'Change name, permissions or status of a user; the last two take a fresh identity',
  tag,
  method: 'PATCH',
  path: '/v1/users/{userId}',
  auth: 'admin',
  params: UserId,
  body: z
    .strictObject({
      name: z.optional(Name),
      permissions: z.optional(z.array(Permission).check(z.maxLength(10))),
      status: z.optional(z.enum(['active', 'suspended'])),
    })
    .check(z.refine((changes) => Object.keys(changes).length > 0, 'Send what is to change')),
  freshFor: ['permissions', 'status'],
  status: 200,
  reply: User,
  problems: ['not_found', 'last_administrator'],
});

export const resetTwoFactor = operation({
  id: 'resetTwoFactor',
  summary: 'Take the second factor off the account of someone who lost it; their sessions end',
  tag,
  method: 'DELETE',
  path: '/v1/users/{userId}/two-factor',
  auth: 'admin, fresh',
  params: UserId,
  body: z.strictObject({ reason: Reason }),
  idempotencyKey: true,
  status: 204,
  problems: ['not_found', 'two_factor_not_enabled'],
});

export const issueOneTimePass = operation({
  id: 'issueOneTimePass',
  summary: 'Email a user a pass that stands for their second factor once',
  tag,
  method: 'POST',
  path: '/v1/users/{userId}/one-time-pass',
  auth: 'admin, fresh',
  params: UserId,
  body: z.strictObject({ reason: Reason }),
  idempotencyKey: true,
  status: 201,
  reply: z.object({ sentTo: z.string(), expiresAt: Timestamp }),
  problems: ['not_found', 'two_factor_not_enabled', 'user_suspended', 'mail_required'],
});

export const inviteAgain = operation({
  id: 'inviteAgain',
  summary: 'Another link to set a password, which ends those before; once a password is set, it goes by email only',
  tag,
  method: 'POST',
  path: '/v1/users/{userId}/invitation',
  auth: 'admin, fresh',
  params: UserId,
  idempotencyKey: true,
  status: 201,
  reply: z.object({ invitation: z.optional(Invitation), sentTo: z.optional(z.string()) }),
  problems: ['not_found', 'user_suspended', 'mail_required'],
});

export const liftWaits = operation({
  id: 'liftWaits',
  summary: 'End every wait of a user that wrong passwords or codes began, whoever entered them',
  tag,
  method: 'POST',
  path: '/v1/users/{userId}/lift-waits',
  auth: 'admin, fresh',
  params: UserId,
  body: z.strictObject({ reason: Reason }),
  status: 204,
  problems: ['not_found'],
});

export const listUserEvents = operation({
  id: 'listUserEvents',
  summary: 'What happened to the account of one user, newest first: who did what, from where',
  tag,
  method: 'GET',
  path: '/v1/users/{userId}/events',
  auth: 'admin',
  params: UserId,
  query: z.strictObject({ limit: Limit, cursor: Cursor }),
  status: 200,
  reply: EventPage,
  problems: ['not_found'],
});
