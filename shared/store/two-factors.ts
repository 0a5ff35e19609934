import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { makeRoomForChallenge } from '../domain/challenge.ts';
import { TwoFactor } from '../domain/entities/two-factor.ts';
import type { Numbers } from '../domain/numbers.ts';
import type { TwoFactors } from '../factor-ports.ts';
import { counted } from './adoption.ts';
import { spendAttempt } from './guesses.ts';
import { keepReply } from './kept-replies.ts';
import { recoveryCodesKey, sessionKey, setupKey, twoFactorKey } from './keys.ts';
import { putEvent, putSession } from './records.ts';
import { consume } from './second-factor-proof.ts';
import { expression, removeFrom, roomIn } from './table/expression.ts';
import { attemptIf, getItem, type Table } from './table/table.ts';
import { committed, type Step, transact } from './table/transact.ts';
import { endSessions, restamped, rotated, unchanged } from './user-changes.ts';

const noTwoFactor = (userId: string): Step => ({
  ConditionCheck: { Key: twoFactorKey(userId), ConditionExpression: 'attribute_not_exists(pk)' },
});

export const twoFactors = (table: Table, numbers: Numbers): TwoFactors => ({
  async get(userId) {
    const item = await getItem(table, twoFactorKey(userId));
    return item ? TwoFactor.parse(item) : null;
  },

  async startChallenge(userId, twoFactor, { hash, challenge, now }) {
    const e = expression();
    const ended = makeRoomForChallenge(twoFactor, now, numbers);
    const watch = challenge.fromKnownDevice ? '' : `, ${e.path('watched')} = ${e.value(hash)}`;
    const conditions = [
      `${e.path('generation')} = ${e.value(twoFactor.generation)}`,
      ...roomIn(e, 'challenges', ended, numbers.challengesPerUser),
    ];
    const command = new UpdateCommand({
      TableName: table.name,
      Key: twoFactorKey(userId),
      UpdateExpression: `SET ${e.path('challenges', hash)} = ${e.value(challenge)}${watch}${removeFrom(e, 'challenges', ended)}`,
      ConditionExpression: conditions.join(' AND '),
      ...e.attributes(),
    });
    return (await attemptIf(() => table.client.send(command))) ? 'started' : 'changed';
  },

  async reserveAttempt({ challengeHash, ...attempt }) {
    const spent = await spendAttempt(table, { ...attempt, challengeHash }, numbers);
    if (!spent || 'retryAt' in spent) return spent;
    const challenge = spent.challenges[challengeHash];
    return challenge ? { twoFactor: spent, challenge } : null;
  },

  reserveGuess: (attempt) => spendAttempt(table, attempt, numbers),

  async confirmIdentity({ user, session, rotated: to, proof }) {
    const refused = await transact(table, {
      ended: { Delete: { Key: sessionKey(user.id, session.hash), ConditionExpression: 'attribute_exists(pk)' } },
      begun: putSession(user.id, to),
      user: rotated(user, session, to),
      ...(proof ? consume(user.id, proof, numbers) : { noTwoFactor: noTwoFactor(user.id) }),
    });
    if (committed(refused)) return 'confirmed';
    return 'user' in refused || 'noTwoFactor' in refused || !proof ? 'changed' : 'code_used';
  },

  async enable({ user, session, setup, replaced, twoFactor, recoveryCodes, event, reply, now }) {
    // Whoever replaces an authenticator was counted before.
    const newlyEnabled: Record<string, Step> = replaced
      ? {}
      : { adoption: counted(user, { enabled: 1, disabled: -1 }) };
    const refused = await transact(table, {
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
      user: endSessions(user, session, { twoFactor: { enabledAt: twoFactor.enabledAt } }),
      session: restamped(user, session, now),
      event: putEvent(user.id, event, numbers),
      ...newlyEnabled,
      ...keepReply(reply, now),
    });
    if (committed(refused)) return 'enabled';
    return 'setup' in refused ? 'setup_gone' : 'changed';
  },

  async issueOneTimePass({ user, pass, event }) {
    const refused = await transact(table, {
      twoFactor: {
        Update: {
          Key: twoFactorKey(user.id),
          UpdateExpression: 'SET oneTimePass = :pass',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: { ':pass': pass },
        },
      },
      user: unchanged(user),
      event: putEvent(user.id, event, numbers),
    });
    if (committed(refused)) return 'issued';
    return 'twoFactor' in refused ? 'not_enabled' : 'changed';
  },

  async disable({ user, session, event }) {
    const steps: Record<string, Step> = {
      twoFactor: { Delete: { Key: twoFactorKey(user.id), ConditionExpression: 'attribute_exists(pk)' } },
      recoveryCodes: { Delete: { Key: recoveryCodesKey(user.id) } },
      setup: { Delete: { Key: setupKey(user.id) } },
      user: endSessions(user, session, { twoFactor: 'disabled' }),
      ...(session && { session: restamped(user, session) }),
      event: putEvent(user.id, event, numbers),
      adoption: counted(user, { enabled: -1, disabled: 1 }),
    };
    const refused = await transact(table, steps);
    if (committed(refused)) return 'disabled';
    return 'twoFactor' in refused ? 'not_enabled' : 'changed';
  },
});
