import * as z from 'zod/mini';
import { Email, EmailPrefix, Name, Permission, Search, twoFactorStatuses, userStatuses } from '../../domain/fields.ts';
import { languageTags } from '../../domain/languages.ts';
import { userSorts, userStates } from '../../domain/user-list.ts';
import { operation } from '../operation.ts';
import { Cursor, Limit } from '../paging.ts';
import { EventPage, Invitation, SessionEntry, SignInPage, User, UserId } from '../schemas.ts';

const area = 'users';

export const listUsers = operation({
  id: 'listUsers',
  summary:
    "List the organization's users by email or name: all, or those with a 2FA status, in a state, or found by the start of the address or of a word of the name",
  area,
  method: 'GET',
  path: '/v1/users',
  auth: { permission: 'users:manage' },
  query: z.strictObject({
    twoFactor: z.optional(z.enum(twoFactorStatuses)),
    state: z.optional(z.enum(userStates)),
    search: z.optional(Search),
    email: z.optional(EmailPrefix),
    sort: z.optional(z.enum(userSorts)),
    order: z.optional(z.enum(['ascending', 'descending'])),
    limit: Limit,
    cursor: Cursor,
  }),
  status: 200,
  reply: z.object({ users: z.array(User), nextCursor: z.optional(z.string()) }),
  problems: [],
});

export const getUser = operation({
  id: 'getUser',
  summary: 'Get one user of the organization',
  area,
  method: 'GET',
  path: '/v1/users/{userId}',
  auth: { permission: 'users:manage' },
  params: UserId,
  status: 200,
  reply: User,
  problems: ['not_found'],
});

export const createUser = operation({
  id: 'createUser',
  summary: 'Create a user, and get the link to set their password; granting permissions requires reauthentication',
  area,
  method: 'POST',
  path: '/v1/users',
  auth: { permission: 'users:manage' },
  body: z.strictObject({
    email: Email,
    name: Name,
    permissions: z.optional(z.array(Permission).check(z.maxLength(10))),
    /** Of the mails, until the user chooses. */
    language: z.optional(z.enum(languageTags)),
  }),
  freshFor: ['permissions'],
  idempotencyKey: true,
  status: 201,
  reply: z.object({ user: User, invitation: Invitation }),
  problems: ['email_taken'],
});

export const listUserSignIns = operation({
  id: 'listUserSignIns',
  summary: 'List sign-ins of a user, newest first',
  area,
  method: 'GET',
  path: '/v1/users/{userId}/sign-ins',
  auth: { permission: 'users:manage' },
  params: UserId,
  query: z.strictObject({ limit: Limit, cursor: Cursor }),
  status: 200,
  reply: SignInPage,
  problems: ['not_found'],
});

export const updateUser = operation({
  id: 'updateUser',
  summary: 'Change the name, permissions, or status of a user; the last two require reauthentication',
  area,
  method: 'PATCH',
  path: '/v1/users/{userId}',
  auth: { permission: 'users:manage' },
  params: UserId,
  body: z
    .strictObject({
      name: z.optional(Name),
      permissions: z.optional(z.array(Permission).check(z.maxLength(10))),
      status: z.optional(z.enum(userStatuses)),
    })
    .check(z.refine((changes) => Object.keys(changes).length > 0, 'Send what is to change')),
  freshFor: ['permissions', 'status'],
  status: 200,
  reply: User,
  problems: ['not_found', 'last_administrator'],
});

export const listUserEvents = operation({
  id: 'listUserEvents',
  summary: 'List security events of a user, newest first: who did what, from where',
  area,
  method: 'GET',
  path: '/v1/users/{userId}/events',
  auth: { permission: 'users:manage' },
  params: UserId,
  query: z.strictObject({ limit: Limit, cursor: Cursor }),
  status: 200,
  reply: EventPage,
  problems: ['not_found'],
});

export const listUserSessions = operation({
  id: 'listUserSessions',
  summary: 'List where a user is signed in, latest first',
  area,
  method: 'GET',
  path: '/v1/users/{userId}/sessions',
  auth: { permission: 'users:manage' },
  params: UserId,
  status: 200,
  reply: z.object({ sessions: z.array(SessionEntry) }),
  problems: ['not_found'],
});
