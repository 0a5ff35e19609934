import type { User } from '../domain/entities/user.ts';
import type { Instant } from '../domain/instant.ts';
import type { UserUpdate } from '../store-ports.ts';
import { userKey } from './keys.ts';
import { type Expression, expression } from './table/expression.ts';
import type { Step } from './table/transact.ts';

/* What others than its owner write to the User item, each conditioned on the user being as it was read. */

/** What administrators decide about a user; who becomes suspended or active again has no session. */
export const updated = (user: User, { name, permissions, status }: UserUpdate): Step => {
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

/** Notes the time of something that is told at most once in a while. */
const notedOnce = (
  user: User,
  attribute: 'remindedAt' | 'alarmedAt',
  { at, notSince }: { at: Instant; notSince: Instant },
  also: (e: Expression) => string[] = () => [],
): Step => {
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
export const reminded = (user: User, at: Instant, notSince: Instant): Step =>
  notedOnce(user, 'remindedAt', { at, notSince }, (e) => [`attribute_not_exists(${e.path('twoFactorEnabledAt')})`]);

/** Notes that the owner was alarmed, if that is due. */
export const alarmed = (user: User, at: Instant, notSince: Instant): Step =>
  notedOnce(user, 'alarmedAt', { at, notSince });
