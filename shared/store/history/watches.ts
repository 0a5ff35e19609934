import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { Watch } from '../../domain/events/watch.ts';
import { HOUR, type Instant, MINUTE, ttlAfter } from '../../domain/instant.ts';
import type { Watches } from '../../ports/history/watches.ts';
import { SHARDS, shardOf } from '../accounts/adoption.ts';
import { type Key, lookedKey, watchKey } from '../keys.ts';
import { query, send, sendIf, type Table } from '../table/table.ts';

const Looked = z.object({ until: z.int() });

const minuteOf = (at: Instant): number => Math.floor(at / MINUTE);
const keyOf = ({ userId, expiresAt }: Watch): Key => watchKey(minuteOf(expiresAt), shardOf(userId), userId);

/** The items of one shard in one minute. */
const inMinute = async (table: Table, minute: number, shard: number): Promise<Watch[]> => {
  const answer = await query(table, {
    KeyConditionExpression: 'pk = :minute',
    ExpressionAttributeValues: { ':minute': watchKey(minute, shard, '').pk },
  });
  return (answer.Items ?? []).map((item) => Watch.parse(item));
};

export const watches = (table: Table): Watches => ({
  async add(watch) {
    const command = new PutCommand({
      TableName: table.name,
      Item: { ...keyOf(watch), ...watch, ttl: ttlAfter(watch.expiresAt + HOUR) },
      ConditionExpression: 'attribute_not_exists(pk)',
    });
    await sendIf(() => table.client.send(command));
  },

  async *over(since, until) {
    // A minute is checked once it has passed completely.
    for (let minute = minuteOf(since); minute < minuteOf(until); minute += 1) {
      const shards = Array.from({ length: SHARDS }, (_, shard) => inMinute(table, minute, shard));
      yield* (await Promise.all(shards)).flat();
    }
  },

  async lookedUntil() {
    const answer = await send(() => table.client.send(new GetCommand({ TableName: table.name, Key: lookedKey() })));
    return answer.Item ? Looked.parse(answer.Item).until : null;
  },

  async markLooked(until) {
    const command = new PutCommand({ TableName: table.name, Item: { ...lookedKey(), until } });
    await send(() => table.client.send(command));
  },

  async remove(watch) {
    const command = new DeleteCommand({ TableName: table.name, Key: keyOf(watch) });
    await send(() => table.client.send(command));
  },
});
