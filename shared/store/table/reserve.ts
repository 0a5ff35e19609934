import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../../domain/instant.ts';
import type { Key } from '../keys.ts';
import { expression } from './expression.ts';
import { type Item, type Table, unavailable, unhindered } from './table.ts';

/** An item with `attempts` and `expiresAt`. */
type Reservation = {
  key: Key;
  /** Attributes that must have these values. */
  where: Record<string, string>;
  most: number;
  now: Instant;
};

/**
 * Spends one attempt by a conditional write, before anything looks at the code, and returns the item as it is then:
 * reservation and read in one call. Null if there is nothing to attempt, it is over, or its attempts are spent. An
 * answer lost on the way costs at most one attempt.
 */
export const reserve = async (table: Table, { key, where, most, now }: Reservation): Promise<Item | null> => {
  const e = expression();
  const attempts = e.path('attempts');
  const conditions = [
    ...Object.entries(where).map(([attribute, value]) => `${e.path(attribute)} = ${e.value(value)}`),
    `${e.path('expiresAt')} > ${e.value(now)}`,
    `${attempts} < ${e.value(most)}`,
  ];
  const command = new UpdateCommand({
    TableName: table.name,
    Key: key,
    UpdateExpression: `SET ${attempts} = ${attempts} + ${e.value(1)}`,
    ConditionExpression: conditions.join(' AND '),
    ReturnValues: 'ALL_NEW',
    ...e.attributes(),
  });
  try {
    return (await unhindered(() => table.client.send(command))).Attributes ?? null;
  } catch (error) {
    if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return null;
    throw unavailable(error);
  }
};
