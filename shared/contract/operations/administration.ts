import * as z from 'zod/mini';
import { Reason } from '../../domain/fields.ts';
import { operation } from '../operation.ts';
import { Invitation, Timestamp, UserId } from '../schemas.ts';

/*
 * What administrators do to other users' factors, credentials and waits: this always takes a recent confirmation with
 * their own factor.
 */

const area = 'users';

export const resetTwoFactor = operation({
  id: 'resetTwoFactor',
  summary: 'Remove the second factor of a user who lost it; their sessions end',
  area,
  method: 'DELETE',
  path: '/v1/users/{userId}/two-factor',
  auth: { permission: 'users:manage', fresh: true },
  params: UserId,
  body: z.strictObject({ reason: Reason }),
  idempotencyKey: true,
  status: 204,
  problems: ['not_found', 'two_factor_not_enabled'],
});

export const issueBypassCode = operation({
  id: 'issueBypassCode',
  summary: 'Email a user a bypass code, which replaces their second factor once',
  area,
  method: 'POST',
  path: '/v1/users/{userId}/bypass-code',
  auth: { permission: 'users:manage', fresh: true },
  params: UserId,
  body: z.strictObject({ reason: Reason }),
  idempotencyKey: true,
  status: 201,
  reply: z.object({ sentTo: z.string(), expiresAt: Timestamp }),
  problems: ['not_found', 'two_factor_not_enabled', 'user_suspended', 'mail_required'],
});

export const inviteAgain = operation({
  id: 'inviteAgain',
  summary:
    'Send a new link to set a password; earlier links stop working. Once a password is set, the link goes by email only',
  area,
  method: 'POST',
  path: '/v1/users/{userId}/invitation',
  auth: { permission: 'users:manage', fresh: true },
  params: UserId,
  idempotencyKey: true,
  status: 201,
  reply: z.object({ invitation: z.optional(Invitation), sentTo: z.optional(z.string()) }),
  problems: ['not_found', 'user_suspended', 'mail_required'],
});

export const liftWaits = operation({
  id: 'liftWaits',
  summary: 'End all waits of a user that wrong passwords or codes caused',
  area,
  method: 'POST',
  path: '/v1/users/{userId}/lift-waits',
  auth: { permission: 'users:manage', fresh: true },
  params: UserId,
  body: z.strictObject({ reason: Reason }),
  status: 204,
  problems: ['not_found'],
});

export const endUserSessions = operation({
  id: 'endUserSessions',
  summary: 'End every session of a user, and every sign-in that has not passed its second factor yet',
  area,
  method: 'DELETE',
  path: '/v1/users/{userId}/sessions',
  auth: { permission: 'users:manage', fresh: true },
  params: UserId,
  body: z.strictObject({ reason: Reason }),
  idempotencyKey: true,
  status: 204,
  problems: ['not_found'],
});
