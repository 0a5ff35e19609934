import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { type Instant, ttlAfter } from '../../domain/instant.ts';
import { type Decision, FailureState, isWait, undoPassword, type Wait } from '../../domain/limits/throttle.ts';
import type { Reservation } from '../../ports/limits/limits.ts';
import type { Key } from '../keys.ts';
import { compareAndSwap } from '../table/compare-and-swap.ts';
import { type Item, send, type Table } from '../table/table.ts';

/* Counters as items: a `state` from a pure decision, and the name of the last write, which guards the next. */

const isBy = (item: Item, name: string): boolean => item.attempt === name;

type Write<State> = { key: Key; seen: Item | null | undefined; state: State; name: string; forgetAt: Instant };

/** Writes a state over the one that was read; `null`, like a state that was never read, means that there is none. */
const over = <State>({ key, seen, state, name, forgetAt }: Write<State>) => ({
  Key: key,
  UpdateExpression: 'SET #state = :next, #attempt = :attempt, #ttl = :ttl',
  ConditionExpression: seen ? '#attempt = :seen' : 'attribute_not_exists(pk)',
  ExpressionAttributeNames: { '#state': 'state', '#attempt': 'attempt', '#ttl': 'ttl' },
  ExpressionAttributeValues: {
    ':next': state,
    ':attempt': name,
    ':ttl': ttlAfter(forgetAt),
    ...(seen && { ':seen': seen.attempt }),
  },
});

type Spending<State> = {
  key: Key;
  name?: string;
  forgetAt: Instant;
  schema: z.core.$ZodType<State>;
  decide(state: State | null): Decision<State>;
};

/** Spends from a counter that may not exist yet: the first write assumes that it does not. */
export const spendCounter = async <State>(
  table: Table,
  { key, name, forgetAt, schema, decide }: Spending<State>,
): Promise<Wait | State> => {
  const outcome = await compareAndSwap<Wait>(
    table,
    {
      isBy,
      write(seen, attemptName) {
        const decision = decide(seen ? z.parse(schema, seen.state) : null);
        if (isWait(decision)) return { refused: decision };
        return over({ key, seen, state: decision.next, name: attemptName, forgetAt });
      },
    },
    name,
  );
  return 'refused' in outcome ? outcome.refused : z.parse(schema, outcome.item.state);
};

/**
 * Undoes the reservation of a failure, once. The first write removes it by its name, so it is done even if its own
 * answer is lost. If others have written since and the reservation is certain, one failure is subtracted from the
 * current state.
 */
export const refundFailure = async (table: Table, key: Key, reservation: Reservation): Promise<void> => {
  await compareAndSwap<null>(table, {
    isBy,
    write(seen, attemptName) {
      if (seen === null || (seen && !reservation.isCertain)) return { refused: null };
      if (!seen) return withoutLatest(key, reservation.name, attemptName);
      const state = undoPassword(FailureState.parse(seen.state), seen.attempt === reservation.name);
      return {
        Key: key,
        UpdateExpression: 'SET #state = :next, #attempt = :attempt',
        ConditionExpression: '#attempt = :seen',
        ExpressionAttributeNames: { '#state': 'state', '#attempt': 'attempt' },
        ExpressionAttributeValues: { ':next': state, ':attempt': attemptName, ':seen': seen.attempt },
      };
    },
  });
};

/** There was no later attempt: the failure is removed along with the wait that it started. */
const withoutLatest = (key: Key, name: string, attemptName: string) => ({
  Key: key,
  UpdateExpression:
    'SET #state.#count = #state.#count - :one, #state.#inARow = #state.#inARow - :one, #state.#notBefore = :none, #attempt = :attempt',
  ConditionExpression: '#attempt = :name',
  ExpressionAttributeNames: {
    ...{ '#state': 'state', '#count': 'count', '#inARow': 'inARow', '#notBefore': 'notBefore', '#attempt': 'attempt' },
  },
  ExpressionAttributeValues: { ':one': 1, ':none': 0, ':name': name, ':attempt': attemptName },
});

/** A counter in its initial state. */
export const dropCounter = async (table: Table, key: Key): Promise<void> => {
  await send(() => table.client.send(new DeleteCommand({ TableName: table.name, Key: key })));
};
