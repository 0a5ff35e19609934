import type { User } from '../../domain/entities/user.ts';
import type { Instant } from '../../domain/instant.ts';
import { userKey } from '../keys.ts';
import type { Unconditional } from '../table/commit.ts';
import { type Expression, expression } from '../table/expression.ts';

/* When the owner was last notified of something that they need not hear often: kept on the User item. */

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
