import { type Guesses, TwoFactor } from '../../domain/entities/two-factor.ts';
import { undoSecondFactor } from '../../domain/limits/second-factor-limit.ts';
import type { Reservation } from '../../ports/limits/limits.ts';
import { twoFactorKey } from '../keys.ts';
import { compareAndSwap, type Update } from '../table/compare-and-swap.ts';
import { expression } from '../table/expression.ts';
import type { Table } from '../table/table.ts';
import { type Attempt, isBy } from './guesses.ts';

/* Gives back attempts at the second factor that compared nothing. */

type Refund = Omit<Attempt, 'name'> & Reservation;

/**
 * There was no later attempt: the failure is removed along with the wait that it started. The challenge gets its
 * attempt back if possible.
 */
const withoutLatest = ({ user, counterName, kind, name, challengeHash }: Refund, refundName: string): Update => {
  const e = expression();
  const path = (attribute: string) => e.path('guesses', counterName, attribute);
  const counts = kind === 'totp' ? ['count', 'inARow', 'dayCount'] : ['codes'];
  const attempts = challengeHash === undefined ? [] : [e.path('challenges', challengeHash, 'attempts')];
  const less = [...counts.map(path), ...attempts].map((count) => `${count} = ${count} - ${e.value(1)}`);
  const wait = kind === 'totp' ? [`${path('notBefore')} = ${e.value(0)}`] : [];
  return {
    Key: twoFactorKey(user.id),
    UpdateExpression: `SET ${[...less, ...wait, `${path('attempt')} = ${e.value(refundName)}`].join(', ')}`,
    ConditionExpression: [
      `${path('attempt')} = ${e.value(name)}`,
      ...attempts.map((count) => `attribute_exists(${count})`),
    ].join(' AND '),
    ...e.attributes(),
  };
};

/** Others have written since, or the challenge is gone: undo only this attempt's share of the current state. */
const refunded = (refund: Refund, seen: TwoFactor, name: string): Update | { refused: null } => {
  const { user, counterName, kind, challengeHash } = refund;
  const { attempt: last, ...state } = seen.guesses[counterName];
  const isLatest = last === refund.name;
  if (!isLatest && !refund.isCertain) return { refused: null };
  const e = expression();
  const guesses: Guesses = { ...undoSecondFactor(state, kind, isLatest), attempt: name };
  const set = [`${e.path('guesses', counterName)} = ${e.value(guesses)}`];
  const conditions = [`${e.path('guesses', counterName, 'attempt')} = ${e.value(last)}`];
  const challenge = challengeHash === undefined ? undefined : seen.challenges[challengeHash];
  if (challengeHash !== undefined && challenge && challenge.attempts > 0) {
    const attempts = e.path('challenges', challengeHash, 'attempts');
    set.push(`${attempts} = ${attempts} - ${e.value(1)}`);
    conditions.push(`attribute_exists(${attempts})`);
  }
  return {
    Key: twoFactorKey(user.id),
    UpdateExpression: `SET ${set.join(', ')}`,
    ConditionExpression: conditions.join(' AND '),
    ...e.attributes(),
  };
};

/** Gives back an attempt that compared nothing, once. */
export const refundSecondFactor = async (table: Table, refund: Refund): Promise<void> => {
  await compareAndSwap<null>(table, {
    isBy,
    write(seen, name) {
      if (seen === null) return { refused: null };
      return seen ? refunded(refund, TwoFactor.parse(seen), name) : withoutLatest(refund, name);
    },
  });
};
