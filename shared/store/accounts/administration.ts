import type { User } from '../../domain/entities/user.ts';
import type { Permission } from '../../domain/fields.ts';
import type { Instant } from '../../domain/instant.ts';
import type { UserUpdate } from '../../ports/accounts/users.ts';
import { administratorsKey, userKey } from '../keys.ts';
import type { Unconditional, Write } from '../table/commit.ts';
import { type Expression, expression } from '../table/expression.ts';

/* What others than its owner write to the User item, each conditioned on the user being as it was read. */

const MANAGES: Permission = 'users:manage';
const isActiveAdministrator = ({ status, permissions }: Pick<User, 'status' | 'permissions'>): boolean =>
  status === 'active' && permissions.includes(MANAGES);

/**
 * That the administrator who acts is still the one who was let in: who acts is a condition of the act. Their own item, where
 * they change it themselves, has its own conditions.
 */
export const requireActor = (actor: User | null, target?: User): Write<'actor_gone'>[] => {
  if (!actor || actor.id === target?.id) return [];
  const e = expression();
  const conditions = [
    `${e.path('status')} = ${e.value('active')}`,
    `${e.path('authVersion')} = ${e.value(actor.authVersion)}`,
    `contains(${e.path('permissions')}, ${e.value(MANAGES)})`,
  ];
  const check = { Key: userKey(actor.id), ConditionExpression: conditions.join(' AND '), ...e.attributes() };
  return [{ ConditionCheck: check, ifRefused: 'actor_gone' }];
};

/** Puts a user on the organization's list of active administrators, if they are one. */
export const addAdministrator = (user: User): Write[] =>
  isActiveAdministrator(user)
    ? [
        {
          Update: {
            Key: administratorsKey(user.organizationId),
            UpdateExpression: 'ADD #ids :user',
            ExpressionAttributeNames: { '#ids': 'ids' },
            ExpressionAttributeValues: { ':user': new Set([user.id]) },
          },
        },
      ]
    : [];

/** Keeps that list true; the last one cannot be taken off it. */
export const keepAdministrators = (
  user: User,
  to: Pick<User, 'status' | 'permissions'>,
): Write<'last_administrator'>[] => {
  if (isActiveAdministrator(to) === isActiveAdministrator(user)) return [];
  if (isActiveAdministrator(to)) return addAdministrator({ ...user, ...to });
  const withdrawn = {
    Key: administratorsKey(user.organizationId),
    UpdateExpression: 'DELETE #ids :user',
    ConditionExpression: 'size(#ids) > :one',
    ExpressionAttributeNames: { '#ids': 'ids' },
    ExpressionAttributeValues: { ':user': new Set([user.id]), ':one': 1 },
  };
  return [{ Update: withdrawn, ifRefused: 'last_administrator' }];
};

/** What administrators decide about a user; who becomes suspended or active again has no session, and no link works. */
export const writeDecision = (user: User, { name, permissions, status }: UserUpdate): Unconditional => {
  const e = expression();
  const set = [
    `${e.path('name')} = ${e.value(name)}`,
    `${e.path('permissions')} = ${e.value(permissions)}`,
    ...(status === user.status
      ? []
      : [
          `${e.path('status')} = ${e.value(status)}`,
          `${e.path('authVersion')} = ${e.value(user.authVersion + 1)}`,
          `${e.path('sessions')} = ${e.value({})}`,
          ...(status === 'suspended' ? [`${e.path('suspensions')} = ${e.value(user.suspensions + 1)}`] : []),
        ]),
  ];
  const conditions = [
    `${e.path('authVersion')} = ${e.value(user.authVersion)}`,
    `${e.path('status')} = ${e.value(user.status)}`,
    `${e.path('name')} = ${e.value(user.name)}`,
    `${e.path('permissions')} = ${e.value(user.permissions)}`,
  ];
  return {
    Update: {
      Key: userKey(user.id),
      UpdateExpression: `SET ${set.join(', ')}`,
      ConditionExpression: conditions.join(' AND '),
      ...e.attributes(),
    },
  };
};

/** One invitation more: the links of those before are dead. */
export const countInvitation = (user: User): Unconditional => {
  const e = expression();
  const conditions = [
    `${e.path('status')} = ${e.value('active')}`,
    `${e.path('authVersion')} = ${e.value(user.authVersion)}`,
    `${e.path('passwordVersion')} = ${e.value(user.passwordVersion)}`,
    `${e.path('invitations')} = ${e.value(user.invitations)}`,
  ];
  return {
    Update: {
      Key: userKey(user.id),
      UpdateExpression: `SET ${e.path('invitations')} = ${e.value(user.invitations + 1)}`,
      ConditionExpression: conditions.join(' AND '),
      ...e.attributes(),
    },
  };
};

/** Notes the time of something that is told at most once in a while. */
const noteOnce = (
  user: User,
  attribute: 'remindedAt' | 'alarmedAt',
  { at, notSince }: { at: Instant; notSince: Instant },
  also: (e: Expression) => string[] = () => [],
): Unconditional => {
  const e = expression();
  const conditions = [
    `${e.path('status')} = ${e.value('active')}`,
    `(attribute_not_exists(${e.path(attribute)}) OR ${e.path(attribute)} <= ${e.value(notSince)})`,
    ...also(e),
  ];
  return {
    Update: {
      Key: userKey(user.id),
      UpdateExpression: `SET ${e.path(attribute)} = ${e.value(at)}`,
      ConditionExpression: conditions.join(' AND '),
      ...e.attributes(),
    },
  };
};

/** Notes that a user was reminded to turn 2FA on, if that is due and still off. */
export const noteReminder = (user: User, at: Instant, notSince: Instant): Unconditional =>
  noteOnce(user, 'remindedAt', { at, notSince }, (e) => [`attribute_not_exists(${e.path('twoFactorEnabledAt')})`]);

/** Notes that the owner was alarmed, if that is due. */
export const noteAlarm = (user: User, at: Instant, notSince: Instant): Unconditional =>
  noteOnce(user, 'alarmedAt', { at, notSince });
