import type { SecuritySettings } from '../../domain/security-settings.ts';
import type { TwoFactors } from '../../ports/factors/two-factors.ts';
import { requireActor } from '../accounts/administration.ts';
import { putEvent } from '../accounts/records.ts';
import { endSessions, requireUnchanged } from '../accounts/user-changes.ts';
import { twoFactorKey } from '../keys.ts';
import { commit, orElse } from '../table/commit.ts';
import { expression } from '../table/expression.ts';
import type { Table } from '../table/table.ts';
import { putIdempotencyRecord } from '../tokens/idempotency-records.ts';
import { removeFactor } from './remove-factor.ts';

type FactorAdministration = Pick<TwoFactors, 'issueBypassCode' | 'liftWaits' | 'reset'>;

/** What administrators do to someone else's second factor. */
export const factorAdministration = (table: Table, security: SecuritySettings): FactorAdministration => ({
  async liftWaits({ actor, user, event }) {
    const e = expression();
    const lifted = (['device', 'stranger'] as const).flatMap((counterName) =>
      ['count', 'notBefore', 'dayCount'].map((part) => `${e.path('guesses', counterName, part)} = ${e.value(0)}`),
    );
    const factor = {
      Key: twoFactorKey(user.id),
      UpdateExpression: `SET ${lifted.join(', ')}`,
      ConditionExpression: 'attribute_exists(pk)',
      ...e.attributes(),
    };
    return commit(table, 'lifted', [
      ...requireActor(actor),
      requireUnchanged(user),
      ...(user.twoFactorEnabledAt === undefined ? [] : [orElse({ Update: factor }, 'changed')]),
      putEvent(user.id, event, security),
    ]);
  },

  async issueBypassCode({ actor, user, pass, event, reply, now }) {
    return commit(table, 'issued', [
      ...requireActor(actor),
      ...putIdempotencyRecord(reply, now),
      {
        Update: {
          Key: twoFactorKey(user.id),
          UpdateExpression: 'SET bypassCode = :pass',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: { ':pass': pass },
        },
        ifRefused: 'not_enabled',
      },
      requireUnchanged(user),
      putEvent(user.id, event, security),
    ]);
  },

  async reset({ actor, user, event, reply, now }) {
    return commit(table, 'disabled', [
      ...requireActor(actor),
      ...putIdempotencyRecord(reply, now),
      ...removeFactor(user),
      endSessions(user, null, { twoFactor: 'disabled' }),
      putEvent(user.id, event, security),
    ]);
  },
});
