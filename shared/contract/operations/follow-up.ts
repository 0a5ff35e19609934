import * as z from 'zod/mini';
import { twoFactorPolicyModes } from '../../domain/entities/organization.ts';
import { Id } from '../../domain/fields.ts';
import { operation } from '../operation.ts';
import { SentTimestamp, TwoFactorPolicy } from '../schemas.ts';

const area = 'follow-up';
const MOST_REMINDED = 50;

export const remindUsers = operation({
  id: 'remindUsers',
  summary: 'Remind users without 2FA to turn it on; at most once a week each',
  area,
  method: 'POST',
  path: '/v1/users/two-factor-reminders',
  auth: { permission: 'users:manage' },
  body: z.strictObject({ userIds: z.array(Id).check(z.minLength(1), z.maxLength(MOST_REMINDED)) }),
  status: 200,
  reply: z.object({
    reminded: z.array(Id),
    skipped: z.array(
      z.object({
        userId: Id,
        reason: z.enum(['not_found', 'enabled', 'suspended', 'not_set_up', 'declined', 'recently']),
      }),
    ),
  }),
  problems: [],
});

export const getTwoFactorAdoption = operation({
  id: 'getTwoFactorAdoption',
  summary: "Get how many of the organization's users have 2FA on",
  area,
  method: 'GET',
  path: '/v1/users/two-factor-adoption',
  auth: { permission: 'users:manage' },
  status: 200,
  reply: z.object({ enabled: z.int(), disabled: z.int(), total: z.int() }),
  problems: [],
});

export const getTwoFactorAdoptionHistory = operation({
  id: 'getTwoFactorAdoptionHistory',
  summary: 'Get how many users had 2FA on, for the latest 90 days on which that changed',
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
  summary: 'Get the two-factor policy of the organization',
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
  summary: 'Set the two-factor policy: optional, encouraged, or required from a given time; it applies to new sessions',
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
