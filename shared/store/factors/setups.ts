import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { Setup } from '../../domain/entities/setup.ts';
import { ttlAfter } from '../../domain/instant.ts';
import type { SecuritySettings } from '../../domain/security-settings.ts';
import type { Setups } from '../../ports/factors/setups.ts';
import { setupKey } from '../keys.ts';
import { reserve } from '../table/reserve.ts';
import { send, sendIf, type Table } from '../table/table.ts';

export const setups = (table: Table, security: SecuritySettings): Setups => ({
  async put(userId, setup) {
    const item = { ...setupKey(userId), ...setup, ttl: ttlAfter(setup.expiresAt) };
    await send(() => table.client.send(new PutCommand({ TableName: table.name, Item: item })));
  },

  async reserveAttempt(userId, setupId, name, now) {
    const item = await reserve(table, {
      key: setupKey(userId),
      where: { setupId },
      most: security.setupAttempts,
      name,
      now,
    });
    return item && Setup.parse(item);
  },

  async refundAttempt(userId, setupId, { name }) {
    const command = new UpdateCommand({
      TableName: table.name,
      Key: setupKey(userId),
      // The attempt's name is stored with it, so that it is given back only once, and only if it was spent.
      UpdateExpression: 'SET attempts = attempts - :one DELETE reserved :name',
      ConditionExpression: 'setupId = :setupId AND contains(reserved, :self)',
      ExpressionAttributeValues: { ':one': 1, ':name': new Set([name]), ':self': name, ':setupId': setupId },
    });
    await sendIf(() => table.client.send(command));
  },
});
