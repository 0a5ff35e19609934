import { randomUUID } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { pause } from './pause.ts';
import { asFailure, type Item, retryOnConflict, type Table } from './table.ts';

export type Update = Pick<
  UpdateCommandInput,
  'Key' | 'UpdateExpression' | 'ConditionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'
>;
type Swap<Refused> = {
  /** What to write, and under which condition, given the item as it was read; undefined: it was not read yet. */
  write(seen: Item | null | undefined, attempt: string): Update | { refused: Refused };
  /** Whether an item was last written by this attempt. */
  isBy(item: Item, attempt: string): boolean;
};

const ROUNDS = 20;
const ROUNDS_WITHOUT_PAUSE = 3;

const imageOf = (error: unknown): Item | null => {
  if (!(error instanceof ConditionalCheckFailedException)) throw asFailure(error);
  return error.Item ? unmarshall(error.Item) : null;
};

/**
 * Compare-and-swap on one item. The first write guesses the item's state; if its condition fails, DynamoDB returns the
 * item, and the next write is decided from that. A write whose answer was lost is recognized by its name and not
 * repeated.
 * @param attempt the name of this change, under which the caller can undo it later
 * @returns the item as written, or the reason why the decision refused
 * @throws Failure `temporarily_unavailable` if others are always faster: the attempt is refused
 */
export const compareAndSwap = async <Refused>(
  table: Table,
  { write, isBy }: Swap<Refused>,
  attempt: string = randomUUID(),
): Promise<{ item: Item } | { refused: Refused }> => {
  let seen: Item | null | undefined;
  for (let round = 0; round < ROUNDS; round += 1) {
    const update = write(seen, attempt);
    if ('refused' in update) return update;
    if (round > ROUNDS_WITHOUT_PAUSE) await pause(1);
    try {
      const command = new UpdateCommand({
        TableName: table.name,
        ...update,
        ReturnValues: 'ALL_NEW',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      });
      return { item: (await retryOnConflict(() => table.client.send(command))).Attributes ?? {} };
    } catch (error) {
      seen = imageOf(error);
      if (seen && isBy(seen, attempt)) return { item: seen };
    }
  }
  throw asFailure(new Error('too much contention'));
};
