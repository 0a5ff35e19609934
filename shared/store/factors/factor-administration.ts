import type { Numbers } from '../../domain/numbers.ts';
import type { TwoFactors } from '../../ports/factors/two-factors.ts';
import { byActor } from '../accounts/administration.ts';
import { putEvent } from '../accounts/records.ts';
import { endSessions, unchanged } from '../accounts/user-changes.ts';
import { twoFactorKey } from '../keys.ts';
import { expression } from '../table/expression.ts';
import type { Table } from '../table/table.ts';
import { committed, transact } from '../table/transact.ts';
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
