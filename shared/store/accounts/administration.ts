import type { User } from '../../domain/entities/user.ts';
import type { Permission } from '../../domain/fields.ts';
import type { UserUpdate } from '../../ports/accounts/users.ts';
import { administratorsKey, userKey } from '../keys.ts';
import type { Unconditional, Write } from '../table/commit.ts';
import { expression } from '../table/expression.ts';
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

/** Keeps that list accurate for what has happened already: in a restored table, even if no administrator is left. */
export const withdrawAdministrator = (user: User, to: Pick<User, 'status' | 'permissions'>) => {
  if (!isActiveAdministrator(user) || isActiveAdministrator(to)) return [];
  const Update = {
    Key: administratorsKey(user.organizationId),
    UpdateExpression: 'DELETE #ids :user',
    ExpressionAttributeNames: { '#ids': 'ids' },
    ExpressionAttributeValues: { ':user': new Set([user.id]) },
  };
  return [{ Update }];
};

/** The same for a change of someone's rights; the last administrator cannot be removed. */
export const keepAdministrators = (
  user: User,
  to: Pick<User, 'status' | 'permissions'>,
): Write<'last_administrator'>[] => {
  if (!isActiveAdministrator(user)) return addAdministrator({ ...user, ...to });
  return withdrawAdministrator(user, to).map(({ Update }) => ({
    Update: {
      ...Update,
      ConditionExpression: 'size(#ids) > :one',
      ExpressionAttributeValues: { ...Update.ExpressionAttributeValues, ':one': 1 },
    },
    ifRefused: 'last_administrator',
  }));
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
