import * as z from 'zod/mini';
import { Password, RecoveryCode, TotpCode } from '../../domain/fields.ts';
import { operation } from '../operation.ts';
import {
  Account,
  Cursor,
  Device,
  EventPage,
  Limit,
  Session,
  SessionEntry,
  SessionRotated,
  SignInPage,
  Timestamp,
} from '../schemas.ts';

const area = 'account';

export const getAccount = operation({
  id: 'getAccount',
  summary: 'The account of the session',
  area,
  method: 'GET',
  path: '/v1/me',
  auth: {},
  withoutTwoFactor: true,
  status: 200,
  reply: Account,
  problems: [],
});

export const confirmIdentity = operation({
  id: 'confirmIdentity',
  summary: 'Prove who holds the session, with every factor that is on; the token rotates',
  area,
  method: 'POST',
  path: '/v1/me/confirm-identity',
  auth: {},
  withoutTwoFactor: true,
  body: z
    .strictObject({ password: Password, code: z.optional(TotpCode), recoveryCode: z.optional(RecoveryCode) })
    .check(
      z.refine(({ code, recoveryCode }) => code === undefined || recoveryCode === undefined, {
        path: ['recoveryCode'],
        message: 'Send a code or a recovery code, not both',
      }),
    ),
  idempotencyKey: true,
  status: 200,
  reply: z.object({ confirmedUntil: Timestamp, session: Session }),
  problems: ['credentials_invalid', 'code_invalid'],
});

export const listSignIns = operation({
  id: 'listSignIns',
  summary: 'The sign-ins to this account, newest first',
  area,
  method: 'GET',
  path: '/v1/me/sign-ins',
  auth: {},
  query: z.strictObject({ limit: Limit, cursor: Cursor }),
  status: 200,
  reply: SignInPage,
  problems: [],
});

export const changePassword = operation({
  id: 'changePassword',
  summary: 'Set another password; every other session ends, and the token rotates',
  area,
  method: 'PUT',
  path: '/v1/me/password',
  auth: { fresh: true },
  body: z.strictObject({
    currentPassword: Password,
    newPassword: Password,
    deviceToken: z.optional(z.string().check(z.minLength(1), z.maxLength(400))),
  }),
  fromCookies: ['deviceToken'],
  idempotencyKey: true,
  status: 200,
  reply: z.extend(SessionRotated, { device: z.optional(Device) }),
  problems: ['credentials_invalid', 'password_rejected'],
});

export const listSessions = operation({
  id: 'listSessions',
  summary: 'Where this account is signed in, the latest first',
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
  summary: 'End one session of this account; another one than this takes a fresh identity',
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
  summary: 'End every session of this account but this one, whose token rotates',
  area,
  method: 'DELETE',
  path: '/v1/me/sessions',
  auth: { fresh: true },
  idempotencyKey: true,
  status: 200,
  reply: SessionRotated,
  problems: [],
});

export const listEvents = operation({
  id: 'listEvents',
  summary: 'What happened to this account, newest first',
  area,
  method: 'GET',
  path: '/v1/me/events',
  auth: {},
  query: z.strictObject({ limit: Limit, cursor: Cursor }),
  status: 200,
  reply: EventPage,
  problems: [],
});
