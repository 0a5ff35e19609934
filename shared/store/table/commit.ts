import { randomUUID } from 'node:crypto';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { pause } from './pause.ts';
import { asFailure, type Item, type Table } from './table.ts';

type TransactWriteItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
/** One write of a transaction, without what all writes share. */
export type Unconditional = {
  [Kind in keyof TransactWriteItem]?: Omit<
    NonNullable<TransactWriteItem[Kind]>,
    'TableName' | 'ReturnValuesOnConditionCheckFailure'
  >;
};
/**
 * A write, and the result if its condition does not hold. Without `ifRefused`, no refusal is expected, and one counts
 * as trouble (503).
 */
export type Write<Refusal extends string = never> = Unconditional & {
  /** Decided, where that matters, from the item as it was then; null if there was none. */
  ifRefused?: Refusal | ((found: Item | null) => Refusal);
};

/** The same write, with this result if it is refused. */
export const orElse = <const Refusal extends string>(write: Unconditional, ifRefused: Refusal): Write<Refusal> => ({
  ...write,
  ifRefused,
});

const CONFLICT_RETRIES = 5;
const passing = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);

const complete = (table: Table, { ifRefused: _, ...write }: Write<string>): TransactWriteItem =>
  Object.fromEntries(
    Object.entries(write).map(([kind, of]) => [
      kind,
      { TableName: table.name, ReturnValuesOnConditionCheckFailure: 'ALL_OLD', ...of },
    ]),
  ) as TransactWriteItem;

type Refused<Refusal extends string> = { write: Write<Refusal>; found: Item | null };

/** The writes whose conditions did not hold, in their order. */
const refusedOf = <Refusal extends string>(
  writes: readonly Write<Refusal>[],
  error: TransactionCanceledException,
): Refused<Refusal>[] =>
  writes.flatMap((write, index) => {
    const reason = error.CancellationReasons?.[index];
    return reason?.Code === 'ConditionalCheckFailed'
      ? [{ write, found: reason.Item ? unmarshall(reason.Item) : null }]
      : [];
  });

const meaningOf = <Refusal extends string>(refused: Refused<Refusal>[]): Refusal | undefined => {
  const first = refused.find(({ write }) => write.ifRefused !== undefined);
  const ifRefused = first?.write.ifRefused;
  return typeof ifRefused === 'function' ? ifRefused(first?.found ?? null) : ifRefused;
};

const mayPass = (error: unknown): boolean =>
  error instanceof TransactionCanceledException
    ? (error.CancellationReasons ?? []).some((reason) => passing.has(reason.Code ?? ''))
    : error instanceof Error && error.name === 'TransactionInProgressException';

/**
 * All writes or none. All retries share one token: if an answer was lost, the same transaction is not done twice. The
 * SDK does not retry a conflict with another writer; here it is retried 5 times before it counts as unavailable.
 * @param writes the most telling refusal first: if several conditions do not hold, the first one with a result decides
 * @returns `done`, or the result of the refused write
 */
export const commit = async <const Done extends string, const Refusal extends string = never>(
  table: Table,
  done: Done,
  writes: readonly Write<Refusal>[],
): Promise<Done | Refusal> => {
  const input: TransactWriteCommandInput = {
    ClientRequestToken: randomUUID(),
    TransactItems: writes.map((write) => complete(table, write)),
  };
  for (let round = 0; ; round += 1) {
    try {
      await table.client.send(new TransactWriteCommand(input));
      return done;
    } catch (error) {
      const refused = error instanceof TransactionCanceledException ? refusedOf(writes, error) : [];
      const meaning = meaningOf(refused);
      if (meaning !== undefined) return meaning;
      if (refused.length > 0 || !mayPass(error) || round === CONFLICT_RETRIES) throw asFailure(error);
      await pause(round);
    }
  }
};
