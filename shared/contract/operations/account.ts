import * as z from 'zod/mini';
import { Name, Password, RecoveryCode, TotpCode } from '../../domain/fields.ts';
import { languageTags } from '../../domain/languages.ts';
import { operation } from '../operation.ts';
import { Cursor, Limit } from '../paging.ts';
import { Account, Device, EventPage, Session, SessionRotated, SignInPage, Timestamp, TimeZone } from '../schemas.ts';

const area = 'account';

export const getAccount = operation({
  id: 'getAccount',
  summary:
    'Get the account of the current session. No guard for an application, which asks for the session instead: it also answers who still has to turn on 2FA, and `lastSignIn` is that of the account, on whatever device',
  area,
  method: 'GET',
  path: '/v1/me',
  auth: {},
  withoutTwoFactor: true,
  status: 200,
  reply: Account,
  problems: [],
});

export const updateAccount = operation({
  id: 'updateAccount',
  summary:
    'Change the name of this account, the language and time zone of its pages and mails, or whether it gets reminders',
  area,
  method: 'PATCH',
  path: '/v1/me',
  auth: {},
  withoutTwoFactor: true,
  body: z
    .strictObject({
      name: z.optional(Name),
      language: z.optional(z.enum(languageTags)),
      timeZone: z.optional(TimeZone),
      reminders: z.optional(z.boolean()),
    })
    .check(z.refine((changes) => Object.keys(changes).length > 0, 'Send what is to change')),
  status: 200,
  reply: Account,
  problems: [],
});

export const confirmIdentity = operation({
  id: 'confirmIdentity',
  summary: 'Reauthenticate with every factor that is on; the session token rotates',
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
  summary: 'List sign-ins to this account, newest first',
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
  summary: 'Change the password; all other sessions end, and the session token rotates',
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

export const listEvents = operation({
  id: 'listEvents',
  summary: 'List security events of this account, newest first',
  area,
  method: 'GET',
  path: '/v1/me/events',
  auth: {},
  query: z.strictObject({ limit: Limit, cursor: Cursor }),
  status: 200,
  reply: EventPage,
  problems: [],
});
