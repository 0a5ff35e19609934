import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Instant } from '../../domain/instant.ts';
import type { Key } from '../keys.ts';
import { expression } from './expression.ts';
import { asFailure, type Item, retryOnConflict, type Table } from './table.ts';

/** An item with `attempts` and `expiresAt`. */
type Reservation = {
  key: Key;
  /** Attributes that must have these values. */
  where: Record<string, string>;
  most: number;
  /** The name under which it can be given back, and is recognized if its answer is lost. */
  name: string;
  now: Instant;
};

/**
 * Spends one attempt by a conditional write, before the code is compared, and returns the item as it then is:
 * reservation and read in one call. Null if there is nothing to attempt, it has expired, or its attempts are spent.
 */
export const reserve = async (table: Table, { key, where, most, name, now }: Reservation): Promise<Item | null> => {
  const e = expression();
  const attempts = e.path('attempts');
  const conditions = [
    ...Object.entries(where).map(([attribute, value]) => `${e.path(attribute)} = ${e.value(value)}`),
    `${e.path('expiresAt')} > ${e.value(now)}`,
    `${attempts} < ${e.value(most)}`,
    `NOT contains(${e.path('reserved')}, ${e.value(name)})`,
  ];
  const command = new UpdateCommand({
    TableName: table.name,
    Key: key,
    UpdateExpression: `SET ${attempts} = ${attempts} + ${e.value(1)} ADD ${e.path('reserved')} ${e.value(new Set([name]))}`,
    ConditionExpression: conditions.join(' AND '),
    ReturnValues: 'ALL_NEW',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    ...e.attributes(),
  });
  try {
    return (await retryOnConflict(() => table.client.send(command))).Attributes ?? null;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw asFailure(error);
    // If the SDK repeats a write whose answer was lost, it recognizes its own write.
    const seen = error.Item ? unmarshall(error.Item) : null;
    return seen?.reserved instanceof Set && seen.reserved.has(name) ? seen : null;
  }
};
