import { type Challenge, type Guesses, TwoFactor } from '../../domain/entities/two-factor.ts';
import { DAY, isOver } from '../../domain/instant.ts';
import { type GuessState, noGuesses, spendGuess } from '../../domain/limits/second-factor-limit.ts';
import { isWait, type Wait } from '../../domain/limits/throttle.ts';
import type { Numbers } from '../../domain/numbers.ts';
import type { GuessAttempt } from '../../ports/factors/two-factors.ts';
import { twoFactorKey } from '../keys.ts';
import { compareAndSwap, type Update } from '../table/compare-and-swap.ts';
import { type Expression, expression } from '../table/expression.ts';
import type { Item, Table } from '../table/table.ts';

/*
 * Spending an attempt at the second factor: of the user, and of the challenge where there is one, in one write that
 * also reads the factor. With no failures before, that is one call; else the refused write brings what to decide on.
 */

export type Attempt = GuessAttempt & { challengeHash?: string };

/** Whether the challenge is one of this user as they are now, and of this kind of guesser. */
const isOpen = (challenge: Challenge | undefined, { user, guesser, now }: Attempt, numbers: Numbers): boolean =>
  challenge !== undefined &&
  challenge.authVersion === user.authVersion &&
  challenge.fromKnownDevice === (guesser === 'device') &&
  !isOver(challenge.expiresAt, now) &&
  challenge.attempts < numbers.challengeAttempts;

/** The part of the write that concerns the challenge: one more attempt, if it is open. What is dead costs nobody anything. */
const challengePart = (e: Expression, { challengeHash, user, guesser, now }: Attempt, numbers: Numbers) => {
  if (challengeHash === undefined) return { set: [], conditions: ['attribute_exists(pk)'] };
  const path = (attribute: string) => e.path('challenges', challengeHash, attribute);
  return {
    set: [`${path('attempts')} = ${path('attempts')} + ${e.value(1)}`],
    conditions: [
      `${path('expiresAt')} > ${e.value(now)}`,
      `${path('attempts')} < ${e.value(numbers.challengeAttempts)}`,
      `${path('fromKnownDevice')} = ${e.value(guesser === 'device')}`,
      `${path('authVersion')} = ${e.value(user.authVersion)}`,
    ],
  };
};

type Change = { next: GuessState; name: string; conditions(e: Expression): string[] };

const updateOf = (attempt: Attempt, { next, name, conditions }: Change, numbers: Numbers): Update => {
  const e = expression();
  const guesses: Guesses = { ...next, attempt: name };
  const challenge = challengePart(e, attempt, numbers);
  return {
    Key: twoFactorKey(attempt.user.id),
    UpdateExpression: `SET ${[`${e.path('guesses', attempt.guesser)} = ${e.value(guesses)}`, ...challenge.set].join(', ')}`,
    ConditionExpression: [...challenge.conditions, ...conditions(e)].join(' AND '),
    ...e.attributes(),
  };
};

const guessOf = ({ kind, user: { passwordVersion }, now }: Attempt) => ({ kind, passwordVersion, now });

/** The first write, before anything was seen: no failure yet under this password, and nothing spent of the day. */
const guessed = (attempt: Attempt, name: string, numbers: Numbers): Update => {
  const { guesser, user, now } = attempt;
  const decision = spendGuess(noGuesses(now, user.passwordVersion), guessOf(attempt), numbers);
  if (isWait(decision)) throw new Error('a first attempt never waits');
  const conditions = (e: Expression) => {
    const path = (attribute: string) => e.path('guesses', guesser, attribute);
    return [
      `${path('inARow')} = ${e.value(0)}`,
      `${path('codes')} = ${e.value(0)}`,
      `(${path('dayCount')} = ${e.value(0)} OR ${path('dayStartedAt')} <= ${e.value(now - DAY)})`,
    ];
  };
  return updateOf(attempt, { next: decision.next, name, conditions }, numbers);
};

/** A write decided on the factor as it was seen: it holds only if nobody guessed since. */
const decided = (
  attempt: Attempt,
  seen: TwoFactor,
  name: string,
  numbers: Numbers,
): Update | { refused: Wait | null } => {
  const { challengeHash, guesser } = attempt;
  if (challengeHash !== undefined && !isOpen(seen.challenges[challengeHash], attempt, numbers)) {
    return { refused: null };
  }
  const { attempt: last, ...state } = seen.guesses[guesser];
  const decision = spendGuess(state, guessOf(attempt), numbers);
  if (isWait(decision)) return { refused: decision };
  const conditions = (e: Expression) => [`${e.path('guesses', guesser, 'attempt')} = ${e.value(last)}`];
  return updateOf(attempt, { next: decision.next, name, conditions }, numbers);
};

export const isBy = (item: Item, name: string): boolean =>
  Object.values(TwoFactor.parse(item).guesses).some((guesses) => guesses.attempt === name);

/** The factor with the attempt spent; how long to wait; or null where there is nothing to attempt. */
export const reserveGuess = async (
  table: Table,
  attempt: Attempt,
  numbers: Numbers,
): Promise<TwoFactor | Wait | null> => {
  const outcome = await compareAndSwap<Wait | null>(
    table,
    {
      isBy,
      write(seen, name) {
        if (seen === null) return { refused: null };
        return seen ? decided(attempt, TwoFactor.parse(seen), name, numbers) : guessed(attempt, name, numbers);
      },
    },
    attempt.name,
  );
  return 'refused' in outcome ? outcome.refused : TwoFactor.parse(outcome.item);
};
