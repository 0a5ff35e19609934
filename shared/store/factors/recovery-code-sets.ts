import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { RecoveryCodes, StoredRecoveryCode } from '../../domain/entities/recovery-codes.ts';
import type { SecuritySettings } from '../../domain/security-settings.ts';
import type { RecoveryCodeSets } from '../../ports/factors/recovery-code-sets.ts';
import { putEvent } from '../accounts/records.ts';
import { ownChange } from '../accounts/user-changes.ts';
import { recoveryCodesKey } from '../keys.ts';
import { commit } from '../table/commit.ts';
import { getItem, send, type Table } from '../table/table.ts';
import { putIdempotencyRecord } from '../tokens/idempotency-records.ts';

export const recoveryCodeSets = (table: Table, security: SecuritySettings): RecoveryCodeSets => ({
  async get(userId) {
    const item = await getItem(table, recoveryCodesKey(userId));
    return item ? RecoveryCodes.parse(item) : null;
  },

  async find(userId, hash) {
    const command = new GetCommand({
      TableName: table.name,
      Key: recoveryCodesKey(userId),
      ConsistentRead: true,
      ProjectionExpression: 'codes.#hash',
      ExpressionAttributeNames: { '#hash': hash },
    });
    const item = (await send(() => table.client.send(command))).Item;
    const code: unknown = item?.codes?.[hash];
    return code === undefined ? null : StoredRecoveryCode.parse(code);
  },

  async regenerate({ recoveryCodes, event, reply, now, ...own }) {
    const { user } = own;
    return commit(table, 'regenerated', [
      ...putIdempotencyRecord(reply, now),
      {
        Put: {
          Item: { ...recoveryCodesKey(user.id), ...recoveryCodes },
          ConditionExpression: 'attribute_exists(pk)',
        },
        ifRefused: 'not_enabled',
      },
      ...ownChange(own),
      putEvent(user.id, event, security),
    ]);
  },
});
