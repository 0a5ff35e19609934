import {
  BatchGetCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { Failure } from '../../domain/errors.ts';
import type { Key } from '../keys.ts';
import { pause } from './pause.ts';

export type Table = { client: Pick<DynamoDBDocumentClient, 'send'>; name: string };
export type Item = Record<string, unknown>;

const MOST_BATCH_ROUNDS = 5;

/**
 * What a failed call means for the caller: a request that DynamoDB calls malformed is our defect and stays an error
 * (500); everything else is trouble that may pass (503). Conditions are handled before it comes to this.
 */
export const asFailure = (error: unknown): unknown =>
  error instanceof Error && error.name === 'ValidationException'
    ? error
    : new Failure('temporarily_unavailable', { cause: error, retryAfter: 1 });

const CONFLICT_RETRIES = 5;

/**
 * Tries again where a transaction of somebody else holds the item: the SDK does not, and DynamoDB Local never says so.
 * After 5 retries the conflict is the caller's.
 */
export const retryOnConflict = async <T>(call: () => Promise<T>): Promise<T> => {
  for (let round = 0; ; round += 1) {
    try {
      return await call();
    } catch (error) {
      const isConflict = error instanceof Error && error.name === 'TransactionConflictException';
      if (!isConflict || round === CONFLICT_RETRIES) throw error;
      await pause(round);
    }
  }
};

/** Runs one call of the SDK; trouble becomes a Failure. */
export const send = async <T>(call: () => Promise<T>): Promise<T> => {
  try {
    return await retryOnConflict(call);
  } catch (error) {
    throw asFailure(error);
  }
};

/** Runs one conditional write; false means: the condition did not hold. */
export const sendIf = async (call: () => Promise<unknown>): Promise<boolean> => {
  try {
    await retryOnConflict(call);
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return false;
    throw asFailure(error);
  }
};

/** A consistent read: what it returns was true when it was asked. */
export const getItem = async (table: Table, key: Key): Promise<Item | undefined> => {
  const command = new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true });
  return (await send(() => table.client.send(command))).Item;
};

/** Up to 100 items in one call, in the order of their keys; what the service leaves out is asked for again. */
export const getItems = async (table: Table, keys: Key[]): Promise<(Item | undefined)[]> => {
  const found: Item[] = [];
  let wanted: Key[] = keys;
  for (let round = 0; wanted.length > 0; round += 1) {
    if (round === MOST_BATCH_ROUNDS) throw asFailure(new Error('keys remain unprocessed'));
    if (round > 0) await pause(round);
    const command = new BatchGetCommand({ RequestItems: { [table.name]: { Keys: wanted, ConsistentRead: true } } });
    const answer = await send(() => table.client.send(command));
    found.push(...(answer.Responses?.[table.name] ?? []));
    wanted = (answer.UnprocessedKeys?.[table.name]?.Keys ?? []) as Key[];
  }
  return keys.map((key) => found.find((item) => item.pk === key.pk && item.sk === key.sk));
};

export const query = (table: Table, input: Omit<QueryCommandInput, 'TableName'>) =>
  send(() => table.client.send(new QueryCommand({ TableName: table.name, ...input })));
