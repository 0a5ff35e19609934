import * as z from 'zod/mini';
import { twoFactorPolicyModes } from '../../domain/entities/organization.ts';
import { Id } from '../../domain/fields.ts';
import { operation } from '../operation.ts';
import { SentTimestamp, TwoFactorPolicy } from '../schemas.ts';

const area = 'follow-up';
const MOST_REMINDED = 50;

export const remindUsers = operation({
  id: 'remindUsers',
  summary: 'Send a reminder to turn on 2FA to users who have it off; at most one a week each',
  area,
  method: 'POST',
  path: '/v1/users/two-factor-reminders',
  auth: { permission: 'users:manage' },
  body: z.strictObject({ userIds: z.array(Id).check(z.minLength(1), z.maxLength(MOST_REMINDED)) }),
  status: 200,
  reply: z.object({
    reminded: z.array(Id),
    skipped: z.array(
      z.object({ userId: Id, reason: z.enum(['not_found', 'enabled', 'suspended', 'not_set_up', 'recently']) }),
    ),
  }),
  problems: [],
});

export const getTwoFactorAdoptionHistory = operation({
  id: 'getTwoFactorAdoptionHistory',
  summary: 'How many users had 2FA on, by day: of the days on which that changed, the latest 90',
  area,
  method: 'GET',
  path: '/v1/users/two-factor-adoption/history',
  auth: { permission: 'users:manage' },
  status: 200,
  reply: z.object({ days: z.array(z.object({ day: z.iso.date(), enabled: z.int(), total: z.int() })) }),
  problems: [],
});

export const getTwoFactorPolicy = operation({
  id: 'getTwoFactorPolicy',
  summary: 'Whether the organization asks its users to have 2FA on',
  area,
  method: 'GET',
  path: '/v1/organization/two-factor-policy',
  auth: { permission: 'users:manage' },
  status: 200,
  reply: TwoFactorPolicy,
  problems: [],
});

export const setTwoFactorPolicy = operation({
  id: 'setTwoFactorPolicy',
  summary: 'Leave 2FA to the users, encourage it, or require it from a time on; for sessions that begin from now on',
  area,
  method: 'PUT',
  path: '/v1/organization/two-factor-policy',
  auth: { permission: 'users:manage', fresh: true },
  body: z.strictObject({ mode: z.enum(twoFactorPolicyModes), requiredFrom: z.optional(SentTimestamp) }).check(
    z.refine(({ mode, requiredFrom }) => (mode === 'required') === (requiredFrom !== undefined), {
      path: ['requiredFrom'],
      message: 'This goes with the mode "required", and only with it',
    }),
  ),
  status: 200,
  reply: TwoFactorPolicy,
  problems: [],
});
