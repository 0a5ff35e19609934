import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { TwoFactor } from '../../domain/entities/two-factor.ts';
import type { Numbers } from '../../domain/numbers.ts';
import { makeRoomForChallenge, mostChallenges } from '../../domain/sessions/challenge.ts';
import type { TwoFactors } from '../../ports/factors/two-factors.ts';
import { counted } from '../accounts/adoption.ts';
import { putEvent, putSession, removeSession } from '../accounts/records.ts';
import { ownChange, rotated } from '../accounts/user-changes.ts';
import { recoveryCodesKey, setupKey, twoFactorKey } from '../keys.ts';
import { commit, orElse } from '../table/commit.ts';
import { expression, removeFrom, roomIn } from '../table/expression.ts';
import { attemptIf, getItem, type Table } from '../table/table.ts';
import { keepReply } from '../tokens/kept-replies.ts';
import { factorAdministration } from './factor-administration.ts';
import { refundGuess } from './guess-refunds.ts';
import { reserveGuess } from './guesses.ts';
import { removeFactor } from './remove-factor.ts';
import { consume, noTwoFactor } from './second-factor-proof.ts';

export const twoFactors = (table: Table, numbers: Numbers): TwoFactors => ({
  ...factorAdministration(table, numbers),

  async get(userId) {
    const item = await getItem(table, twoFactorKey(userId));
    return item ? TwoFactor.parse(item) : null;
  },

  async startChallenge(userId, twoFactor, { hash, challenge, now }) {
    const e = expression();
    const ended = makeRoomForChallenge(twoFactor, challenge, now, numbers);
    const conditions = [
      `${e.path('generation')} = ${e.value(twoFactor.generation)}`,
      ...roomIn(e, 'challenges', ended, mostChallenges(challenge, numbers)),
    ];
    const command = new UpdateCommand({
      TableName: table.name,
      Key: twoFactorKey(userId),
      UpdateExpression: `SET ${e.path('challenges', hash)} = ${e.value(challenge)}${removeFrom(e, 'challenges', ended)}`,
      ConditionExpression: conditions.join(' AND '),
      ...e.attributes(),
    });
    return (await attemptIf(() => table.client.send(command))) ? 'started' : 'changed';
  },

  async reserveAttempt(attempt) {
    const spent = await reserveGuess(table, attempt, numbers);
    if (!spent || 'retryAt' in spent) return spent;
    const challenge = spent.challenges[attempt.challengeHash];
    return challenge ? { twoFactor: spent, challenge } : null;
  },

  reserveGuess: (attempt) => reserveGuess(table, attempt, numbers),
  refundGuess: (refund) => refundGuess(table, refund),

  async confirmIdentity({ user, session, rotated: to, proof, reply, now }) {
    return commit(table, 'confirmed', [
      ...keepReply(reply, now),
      orElse(removeSession(user.id, session.hash), 'changed'),
      putSession(user.id, to),
      orElse(rotated(user, session, to), 'changed'),
      ...(proof ? consume(user.id, proof, numbers).map((write) => orElse(write, 'code_used')) : [noTwoFactor(user.id)]),
    ]);
  },

  async enable({ setup, replaced, twoFactor, recoveryCodes, event, reply, now, ...own }) {
    const { user } = own;
    // Whoever replaces an authenticator was counted before.
    const newlyEnabled = replaced ? [] : [counted(user, { enabled: 1, disabled: -1 })];
    return commit(table, 'enabled', [
      {
        Delete: {
          Key: setupKey(user.id),
          ConditionExpression: 'setupId = :setupId AND expiresAt > :now',
          ExpressionAttributeValues: { ':setupId': setup.setupId, ':now': now },
        },
        ifRefused: 'setup_gone',
      },
      ...keepReply(reply, now),
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
      putEvent(user.id, event, numbers),
      ...newlyEnabled,
    ]);
  },

  async disable({ event, reply, now, ...own }) {
    return commit(table, 'disabled', [
      ...keepReply(reply, now),
      ...removeFactor(own.user),
      ...ownChange(own, { twoFactor: 'disabled' }),
      putEvent(own.user.id, event, numbers),
    ]);
  },
});
