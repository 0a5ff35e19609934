import type { User } from '../../domain/entities/user.ts';
import type { Permission } from '../../domain/fields.ts';
import type { Instant } from '../../domain/instant.ts';
import type { UserUpdate } from '../../ports/accounts/users.ts';
import { administratorsKey, userKey } from '../keys.ts';
import type { Unconditional, Write } from '../table/commit.ts';
import { type Expression, expression } from '../table/expression.ts';
import { renamed } from './user-list.ts';

/*
 * Writes to the User item by someone other than its owner, each on condition that the user has not changed since it was
 * read.
 */

const MANAGES: Permission = 'users:manage';
const isActiveAdministrator = ({ status, permissions }: Pick<User, 'status' | 'permissions'>): boolean =>
  status === 'active' && permissions.includes(MANAGES);

/**
 * Requires that the acting administrator is still the one who was authenticated: this is a condition of the write.
 * Changes to their own item have conditions of their own.
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

/** Adds a user to the organization's list of active administrators, if they are one. */
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

/** Keeps that list accurate; the last administrator cannot be removed from it. */
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

/**
 * What administrators decide about a user. After suspension or reactivation, the user has no sessions and no link
 * works.
 */
export const writeDecision = (user: User, { name, permissions, status }: UserUpdate): Unconditional => {
  const e = expression();
  const set = [
    `${e.path('name')} = ${e.value(name)}`,
    ...(name === user.name ? [] : renamed(e, { name, email: user.email })),
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

/** Counts another invitation: earlier links stop working. */
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

/** Records the time of a notice that is sent only once in a while. */
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

/** Records that a user was reminded to turn on 2FA, if a reminder is due, is wanted, and 2FA is still off. */
export const noteReminder = (user: User, at: Instant, notSince: Instant): Unconditional =>
  noteOnce(user, 'remindedAt', { at, notSince }, (e) => [
    `attribute_not_exists(${e.path('twoFactorEnabledAt')})`,
    `(attribute_not_exists(${e.path('declinesReminders')}) OR ${e.path('declinesReminders')} = ${e.value(false)})`,
  ]);

/** Records that the owner was notified, if that is due. */
export const noteAlarm = (user: User, at: Instant, notSince: Instant): Unconditional =>
  noteOnce(user, 'alarmedAt', { at, notSince });
