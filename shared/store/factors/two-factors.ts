import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { TwoFactor } from '../../domain/entities/two-factor.ts';
import type { Numbers } from '../../domain/numbers.ts';
import { makeRoomForChallenge, mostChallenges } from '../../domain/sessions/challenge.ts';
import type { TwoFactors } from '../../ports/factors/two-factors.ts';
import { counted } from '../accounts/adoption.ts';
import { putEvent, putSession, removeSession } from '../accounts/records.ts';
import { ownChange, rotated } from '../accounts/user-changes.ts';
import { recoveryCodesKey, setupKey, twoFactorKey } from '../keys.ts';
import { expression, removeFrom, roomIn } from '../table/expression.ts';
import { attemptIf, getItem, type Table } from '../table/table.ts';
import { committed, type Step, transact } from '../table/transact.ts';
import { keepReply } from '../tokens/kept-replies.ts';
import { factorAdministration } from './factor-administration.ts';
import { refundGuess } from './guess-refunds.ts';
import { reserveGuess } from './guesses.ts';
import { removeFactor } from './remove-factor.ts';
import { consume } from './second-factor-proof.ts';

const noTwoFactor = (userId: string): Step => ({
  ConditionCheck: { Key: twoFactorKey(userId), ConditionExpression: 'attribute_not_exists(pk)' },
});

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
    const refused = await transact<string>(table, {
      ended: removeSession(user.id, session.hash),
      begun: putSession(user.id, to),
      user: rotated(user, session, to),
      ...(proof ? consume(user.id, proof, numbers) : { noTwoFactor: noTwoFactor(user.id) }),
      ...keepReply(reply, now),
    });
    if (committed(refused)) return 'confirmed';
    if ('reply' in refused) return 'done_before';
    return 'user' in refused || 'ended' in refused || !proof ? 'changed' : 'code_used';
  },

  async enable({ setup, replaced, twoFactor, recoveryCodes, event, reply, now, ...own }) {
    const { user } = own;
    // Whoever replaces an authenticator was counted before.
    const newlyEnabled: Record<string, Step> = replaced
      ? {}
      : { adoption: counted(user, { enabled: 1, disabled: -1 }) };
    const refused = await transact<string>(table, {
      ...ownChange(own, { twoFactor: { enabledAt: twoFactor.enabledAt } }),
      setup: {
        Delete: {
          Key: setupKey(user.id),
          ConditionExpression: 'setupId = :setupId AND expiresAt > :now',
          ExpressionAttributeValues: { ':setupId': setup.setupId, ':now': now },
        },
      },
      twoFactor: {
        Put: {
          Item: { ...twoFactorKey(user.id), ...twoFactor },
          ...(replaced
            ? {
                ConditionExpression: 'generation = :replaced',
                ExpressionAttributeValues: { ':replaced': replaced.generation },
              }
            : { ConditionExpression: 'attribute_not_exists(pk)' }),
        },
      },
      recoveryCodes: { Put: { Item: { ...recoveryCodesKey(user.id), ...recoveryCodes } } },
      event: putEvent(user.id, event, numbers),
      ...newlyEnabled,
      ...keepReply(reply, now),
    });
    if (committed(refused)) return 'enabled';
    if ('setup' in refused) return 'setup_gone';
    return 'reply' in refused ? 'done_before' : 'changed';
  },

  async disable({ event, reply, now, ...own }) {
    const refused = await transact<string>(table, {
      ...removeFactor(own.user),
      ...ownChange(own, { twoFactor: 'disabled' }),
      event: putEvent(own.user.id, event, numbers),
      ...keepReply(reply, now),
    });
    if (committed(refused)) return 'disabled';
    if ('reply' in refused) return 'done_before';
    return 'twoFactor' in refused ? 'not_enabled' : 'changed';
  },
});
