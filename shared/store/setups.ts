import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { Setup } from '../domain/entities/setup.ts';
import { ttlAfter } from '../domain/instant.ts';
import type { Numbers } from '../domain/numbers.ts';
import type { Setups } from '../factor-ports.ts';
import { setupKey } from './keys.ts';
import { reserve } from './table/reserve.ts';
import { attempt, type Table } from './table/table.ts';

export const setups = (table: Table, numbers: Numbers): Setups => ({
  async put(userId, setup) {
    const item = { ...setupKey(userId), ...setup, ttl: ttlAfter(setup.expiresAt) };
    await attempt(() => table.client.send(new PutCommand({ TableName: table.name, Item: item })));
  },

  async reserveAttempt(userId, setupId, now) {
    const item = await reserve(table, {
      key: setupKey(userId),
      where: { setupId },
      most: numbers.setupAttempts,
      now,
    });
    return item && Setup.parse(item);
  },
});
