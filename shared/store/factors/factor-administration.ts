import type { Numbers } from '../../domain/numbers.ts';
import type { TwoFactors } from '../../ports/factors/two-factors.ts';
import { byActor } from '../accounts/administration.ts';
import { putEvent } from '../accounts/records.ts';
import { endSessions, unchanged } from '../accounts/user-changes.ts';
import { twoFactorKey } from '../keys.ts';
import { commit, orElse } from '../table/commit.ts';
import { expression } from '../table/expression.ts';
import type { Table } from '../table/table.ts';
import { keepReply } from '../tokens/kept-replies.ts';
import { removeFactor } from './remove-factor.ts';

type FactorAdministration = Pick<TwoFactors, 'issueOneTimePass' | 'liftWaits' | 'reset'>;

/** What administrators do to the second factor of somebody else. */
export const factorAdministration = (table: Table, numbers: Numbers): FactorAdministration => ({
  async liftWaits({ actor, user, event }) {
    const e = expression();
    const lifted = (['device', 'stranger'] as const).flatMap((guesser) =>
      ['count', 'notBefore', 'dayCount'].map((part) => `${e.path('guesses', guesser, part)} = ${e.value(0)}`),
    );
    const factor = {
      Key: twoFactorKey(user.id),
      UpdateExpression: `SET ${lifted.join(', ')}`,
      ConditionExpression: 'attribute_exists(pk)',
      ...e.attributes(),
    };
    return commit(table, 'lifted', [
      ...byActor(actor),
      unchanged(user),
      ...(user.twoFactorEnabledAt === undefined ? [] : [orElse({ Update: factor }, 'changed')]),
      putEvent(user.id, event, numbers),
    ]);
  },

  async issueOneTimePass({ actor, user, pass, event, reply, now }) {
    return commit(table, 'issued', [
      ...byActor(actor),
      ...keepReply(reply, now),
      {
        Update: {
          Key: twoFactorKey(user.id),
          UpdateExpression: 'SET oneTimePass = :pass',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: { ':pass': pass },
        },
        ifRefused: 'not_enabled',
      },
      unchanged(user),
      putEvent(user.id, event, numbers),
    ]);
  },

  async reset({ actor, user, event, reply, now }) {
    return commit(table, 'disabled', [
      ...byActor(actor),
      ...keepReply(reply, now),
      ...removeFactor(user),
      endSessions(user, null, { twoFactor: 'disabled' }),
      putEvent(user.id, event, numbers),
    ]);
  },
});
