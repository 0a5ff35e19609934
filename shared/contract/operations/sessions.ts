import * as z from 'zod/mini';
import { Id, Permission } from '../../domain/fields.ts';
import { operation } from '../operation.ts';
import { Method, SessionEntry, SessionRotated, Timestamp } from '../schemas.ts';

const area = 'account';

/** What an application needs to protect its own routes: facts of this session, not of the account. */
const CurrentSession = z.object({
  session: z.object({
    id: z.string(),
    method: Method,
    /** Whether a second factor was part of the last confirmation of the identity in this session. */
    twoFactorVerified: z.boolean(),
    createdAt: Timestamp,
    expiresAt: Timestamp,
    /** When it ends if it is not used until then. */
    idleAt: Timestamp,
    /** In the past: the identity has to be confirmed before anything dangerous. */
    identityConfirmedUntil: Timestamp,
  }),
  user: z.object({ id: Id, email: z.string(), permissions: z.array(Permission), organizationId: Id }),
  /** How long this answer may be kept: nothing in it changes by itself before, but a session that is ended stays known for so long. */
  cacheSeconds: z.int(),
});

export const getSession = operation({
  id: 'getSession',
  summary:
    'Get the facts of the current session, for an application that protects its own routes: 401 and 403 say that it may not pass. `touch=true` counts as use, which keeps the session from idling out',
  area,
  method: 'GET',
  path: '/v1/session',
  auth: {},
  query: z.object({ touch: z.optional(z.enum(['true', 'false'])) }),
  touches: 'ifAsked',
  status: 200,
  reply: CurrentSession,
  problems: [],
});

export const listSessions = operation({
  id: 'listSessions',
  summary: 'List the sessions of this account, most recently used first',
  area,
  method: 'GET',
  path: '/v1/me/sessions',
  auth: {},
  status: 200,
  reply: z.object({ sessions: z.array(SessionEntry) }),
  problems: [],
});

export const endSession = operation({
  id: 'endSession',
  summary: 'End one session of this account; ending another session than this one requires reauthentication',
  area,
  method: 'DELETE',
  path: '/v1/me/sessions/{sessionId}',
  auth: {},
  params: z.object({ sessionId: z.string() }),
  idempotencyKey: true,
  endsSession: 'ifNamed',
  status: 204,
  problems: ['not_found', 'identity_confirmation_required'],
});

export const endOtherSessions = operation({
  id: 'endOtherSessions',
  summary: 'End all other sessions of this account; the session token rotates',
  area,
  method: 'DELETE',
  path: '/v1/me/sessions',
  auth: { fresh: true },
  idempotencyKey: true,
  status: 200,
  reply: SessionRotated,
  problems: [],
});
