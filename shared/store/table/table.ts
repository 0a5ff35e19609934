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
 * Turns an SDK error into what the caller sees. A request that DynamoDB rejects as malformed is a bug of ours and stays
 * an error (500); everything else may pass, so it becomes a Failure (503). Failed conditions are handled before this.
 */
export const asFailure = (error: unknown): unknown =>
  error instanceof Error && error.name === 'ValidationException'
    ? error
    : new Failure('temporarily_unavailable', { cause: error, retryAfter: 1 });

const CONFLICT_RETRIES = 5;

/**
 * Retries a call that conflicts with another client's transaction on the item, up to 5 times. The SDK does not retry
 * these, and DynamoDB Local never reports them.
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

/** Sends one command; an error becomes a Failure. */
export const send = async <T>(call: () => Promise<T>): Promise<T> => {
  try {
    return await retryOnConflict(call);
  } catch (error) {
    throw asFailure(error);
  }
};

/** Sends one conditional write. False: the condition did not hold. */
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

/** Up to 100 items in one call, in the order of their keys; items that the service leaves out are requested again. */
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
