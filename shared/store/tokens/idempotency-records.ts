import { IdempotencyRecord } from '../../domain/entities/idempotency-record.ts';
import { type Instant, SECOND } from '../../domain/instant.ts';
import type { IdempotencyRecords } from '../../ports/tokens/idempotency-records.ts';
import { idempotencyRecordKey } from '../keys.ts';
import type { Write } from '../table/commit.ts';
import { getItem, type Table } from '../table/table.ts';

export const idempotencyRecords = (table: Table): IdempotencyRecords => ({
  async get(id) {
    const item = await getItem(table, idempotencyRecordKey(id));
    return item ? IdempotencyRecord.parse(item) : null;
  },
});

/**
 * The part of a transaction that stores its answer. It is refused if an answer is already stored, which means that this
 * was done before.
 */
export const putIdempotencyRecord = (reply: IdempotencyRecord | undefined, now: Instant): Write<'done_before'>[] =>
  reply === undefined
    ? []
    : [
        {
          Put: {
            // No grace period: no one needs it a second later.
            Item: { ...idempotencyRecordKey(reply.id), ...reply, ttl: Math.ceil(reply.expiresAt / SECOND) },
            ConditionExpression: 'attribute_not_exists(pk) OR expiresAt <= :now',
            ExpressionAttributeValues: { ':now': now },
          },
          ifRefused: 'done_before',
        },
      ];
