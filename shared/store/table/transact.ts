import { randomUUID } from 'node:crypto';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { pause } from './pause.ts';
import { type Item, type Table, unavailable } from './table.ts';

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
type Shape = {
  [Kind in keyof Write]?: Omit<NonNullable<Write[Kind]>, 'TableName' | 'ReturnValuesOnConditionCheckFailure'>;
};
/** One write of a transaction, without what is the same for all. */
export type Step = Shape;
/** Which steps' conditions did not hold, and the item as it was then (null: there was none). Empty: committed. */
export type Refusals<Name extends string> = Partial<Record<Name, Item | null>>;

const CONFLICT_RETRIES = 5;
const passing = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);

const complete = (table: Table, step: Step): Write =>
  Object.fromEntries(
    Object.entries(step).map(([kind, write]) => [
      kind,
      { TableName: table.name, ReturnValuesOnConditionCheckFailure: 'ALL_OLD', ...write },
    ]),
  ) as Write;

const refusals = <Name extends string>(names: Name[], error: TransactionCanceledException): Refusals<Name> => {
  const reasons = error.CancellationReasons ?? [];
  return Object.fromEntries(
    names.flatMap((name, index) => {
      const reason = reasons[index];
      return reason?.Code === 'ConditionalCheckFailed' ? [[name, reason.Item ? unmarshall(reason.Item) : null]] : [];
    }),
  ) as Refusals<Name>;
};

const mayPass = (error: unknown): boolean =>
  error instanceof TransactionCanceledException
    ? (error.CancellationReasons ?? []).some((reason) => passing.has(reason.Code ?? ''))
    : error instanceof Error && error.name === 'TransactionInProgressException';

/**
 * All steps or none. One token over all retries: if an answer was lost, the same transaction is not done twice. The
 * SDK does not retry a conflict with another writer; here it is retried 5 times before it counts as unavailable.
 */
export const transact = async <Name extends string>(
  table: Table,
  steps: Record<Name, Step>,
): Promise<Refusals<Name>> => {
  const names = Object.keys(steps) as Name[];
  const input: TransactWriteCommandInput = {
    ClientRequestToken: randomUUID(),
    TransactItems: names.map((name) => complete(table, steps[name])),
  };
  for (let round = 0; ; round += 1) {
    try {
      await table.client.send(new TransactWriteCommand(input));
      return {};
    } catch (error) {
      const refused = error instanceof TransactionCanceledException ? refusals(names, error) : {};
      if (Object.keys(refused).length > 0) return refused as Refusals<Name>;
      if (!mayPass(error) || round === CONFLICT_RETRIES) throw unavailable(error);
      await pause(round);
    }
  }
};

/** Whether a transaction was committed. */
export const committed = (refused: Refusals<string>): boolean => Object.keys(refused).length === 0;
