import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { TwoFactor } from '../../domain/entities/two-factor.ts';
import type { SecuritySettings } from '../../domain/security-settings.ts';
import { makeRoomForChallenge, mostChallenges } from '../../domain/sessions/challenge.ts';
import type { TwoFactors } from '../../ports/factors/two-factors.ts';
import { countAdoption } from '../accounts/adoption.ts';
import { putEvent, putSession, removeSession } from '../accounts/records.ts';
import { ownChange, swapSession } from '../accounts/user-changes.ts';
import { recoveryCodesKey, setupKey, twoFactorKey } from '../keys.ts';
import { commit, orElse } from '../table/commit.ts';
import { expression, removeFrom, roomIn } from '../table/expression.ts';
import { getItem, sendIf, type Table } from '../table/table.ts';
import { putIdempotencyRecord } from '../tokens/idempotency-records.ts';
import { factorAdministration } from './factor-administration.ts';
import { refundSecondFactor } from './guess-refunds.ts';
import { reserveSecondFactor } from './guesses.ts';
import { removeFactor } from './remove-factor.ts';
import { consume, noTwoFactor } from './second-factor-proof.ts';

export const twoFactors = (table: Table, security: SecuritySettings): TwoFactors => ({
  ...factorAdministration(table, security),

  async get(userId) {
    const item = await getItem(table, twoFactorKey(userId));
    return item ? TwoFactor.parse(item) : null;
  },

  async startChallenge(userId, twoFactor, { hash, challenge, now }) {
    const e = expression();
    const ended = makeRoomForChallenge(twoFactor, challenge, now, security);
    const conditions = [
      `${e.path('generation')} = ${e.value(twoFactor.generation)}`,
      ...roomIn(e, 'challenges', ended, mostChallenges(challenge, security)),
    ];
    const command = new UpdateCommand({
      TableName: table.name,
      Key: twoFactorKey(userId),
      UpdateExpression: `SET ${e.path('challenges', hash)} = ${e.value(challenge)}${removeFrom(e, 'challenges', ended)}`,
      ConditionExpression: conditions.join(' AND '),
      ...e.attributes(),
    });
    return (await sendIf(() => table.client.send(command))) ? 'started' : 'changed';
  },

  async reserveAttempt(attempt) {
    const spent = await reserveSecondFactor(table, attempt, security);
    if (!spent || 'retryAt' in spent) return spent;
    const challenge = spent.challenges[attempt.challengeHash];
    return challenge ? { twoFactor: spent, challenge } : null;
  },

  reserveSecondFactor: (attempt) => reserveSecondFactor(table, attempt, security),
  refundSecondFactor: (refund) => refundSecondFactor(table, refund),

  async confirmIdentity({ user, session, rotated: to, proof, reply, now }) {
    return commit(table, 'confirmed', [
      ...putIdempotencyRecord(reply, now),
      orElse(removeSession(user.id, session.hash), 'changed'),
      putSession(user.id, to),
      orElse(swapSession(user, session, to), 'changed'),
      ...(proof
        ? consume(user.id, proof, security).map((write) => orElse(write, 'code_used'))
        : [noTwoFactor(user.id)]),
    ]);
  },

  async enable({ setup, replaced, twoFactor, recoveryCodes, event, reply, now, ...own }) {
    const { user } = own;
    // Someone who replaces an authenticator has been counted already.
    const newlyEnabled = replaced ? [] : [countAdoption(user, { enabled: 1, disabled: -1 })];
    return commit(table, 'enabled', [
      {
        Delete: {
          Key: setupKey(user.id),
          ConditionExpression: 'setupId = :setupId AND expiresAt > :now',
          ExpressionAttributeValues: { ':setupId': setup.setupId, ':now': now },
        },
        ifRefused: 'setup_gone',
      },
      ...putIdempotencyRecord(reply, now),
      ...ownChange(own, { twoFactor: { enabledAt: twoFactor.enabledAt } }),
      {
        Put: {
          Item: { ...twoFactorKey(user.id), ...twoFactor },
          ...(replaced
            ? {
                ConditionExpression: 'generation = :replaced',
                ExpressionAttributeValues: { ':replaced': replaced.generation },
              }
            : { ConditionExpression: 'attribute_not_exists(pk)' }),
        },
        ifRefused: 'changed',
      },
      { Put: { Item: { ...recoveryCodesKey(user.id), ...recoveryCodes } } },
      putEvent(user.id, event, security),
      ...newlyEnabled,
    ]);
  },

  async disable({ event, reply, now, ...own }) {
    return commit(table, 'disabled', [
      ...putIdempotencyRecord(reply, now),
      ...removeFactor(own.user),
      ...ownChange(own, { twoFactor: 'disabled' }),
      putEvent(own.user.id, event, security),
    ]);
  },
});
