import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { makeRoomForChallenge, mostChallenges } from '../domain/challenge.ts';
import { TwoFactor } from '../domain/entities/two-factor.ts';
import type { User } from '../domain/entities/user.ts';
import type { Numbers } from '../domain/numbers.ts';
import type { TwoFactors } from '../factor-ports.ts';
import { byActor } from './administration.ts';
import { counted } from './adoption.ts';
import { refundGuess, reserveGuess } from './guesses.ts';
import { keepReply } from './kept-replies.ts';
import { recoveryCodesKey, setupKey, twoFactorKey } from './keys.ts';
import { putEvent, putSession, removeSession } from './records.ts';
import { consume } from './second-factor-proof.ts';
import { expression, removeFrom, roomIn } from './table/expression.ts';
import { attemptIf, getItem, type Table } from './table/table.ts';
import { committed, type Step, transact } from './table/transact.ts';
import { endSessions, ownChange, rotated, unchanged } from './user-changes.ts';

/** Factor, recovery codes and pending set-up; with `generation`, only of that enrolment. */
export const removeFactor = (user: User, generation?: string): Record<string, Step> => ({
  twoFactor: {
    Delete: {
      Key: twoFactorKey(user.id),
      ...(generation === undefined
        ? { ConditionExpression: 'attribute_exists(pk)' }
        : { ConditionExpression: 'generation = :of', ExpressionAttributeValues: { ':of': generation } }),
    },
  },
  recoveryCodes: { Delete: { Key: recoveryCodesKey(user.id) } },
  setup: { Delete: { Key: setupKey(user.id) } },
  adoption: counted(user, { enabled: -1, disabled: 1 }),
});

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
    const ended = makeRoomForChallenge(twoFactor, challenge, now, numbers);
    // Not only no more than fit: exactly as many as were seen, or the room may be of the other kind.
    const seen = Object.keys(twoFactor.challenges).length;
    const conditions = [
      `${e.path('generation')} = ${e.value(twoFactor.generation)}`,
      ...roomIn(e, 'challenges', ended, Math.min(seen + 1 - ended.length, mostChallenges(numbers))),
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

  async liftWaits({ actor, user, event }) {
    const e = expression();
    const lifted = (['device', 'stranger'] as const).flatMap((guesser) =>
      ['count', 'notBefore', 'dayCount'].map((part) => `${e.path('guesses', guesser, part)} = ${e.value(0)}`),
    );
    const refused = await transact<string>(table, {
      ...byActor(actor),
      user: unchanged(user),
      ...(user.twoFactorEnabledAt !== undefined && {
        twoFactor: {
          Update: {
            Key: twoFactorKey(user.id),
            UpdateExpression: `SET ${lifted.join(', ')}`,
            ConditionExpression: 'attribute_exists(pk)',
            ...e.attributes(),
          },
        },
      }),
      event: putEvent(user.id, event, numbers),
    });
    if (committed(refused)) return 'lifted';
    return 'actor' in refused ? 'actor_gone' : 'changed';
  },

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

  async issueOneTimePass({ actor, user, pass, event, reply, now }) {
    const refused = await transact<string>(table, {
      ...byActor(actor),
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
      ...keepReply(reply, now),
    });
    if (committed(refused)) return 'issued';
    return refusedAs(refused);
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

  async reset({ actor, user, event, reply, now }) {
    const refused = await transact<string>(table, {
      ...byActor(actor),
      ...removeFactor(user),
      user: endSessions(user, null, { twoFactor: 'disabled' }),
      event: putEvent(user.id, event, numbers),
      ...keepReply(reply, now),
    });
    return committed(refused) ? 'disabled' : refusedAs(refused);
  },
});

/** What refuses an administrator's change of a factor, in the order in which it matters. */
const refusedAs = (refused: object): 'actor_gone' | 'done_before' | 'not_enabled' | 'changed' => {
  if ('actor' in refused) return 'actor_gone';
  if ('reply' in refused) return 'done_before';
  return 'twoFactor' in refused ? 'not_enabled' : 'changed';
};
