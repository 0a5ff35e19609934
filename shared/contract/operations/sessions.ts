import * as z from 'zod/mini';
import { operation } from '../operation.ts';
import { SessionEntry, SessionRotated } from '../schemas.ts';

const area = 'account';

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
