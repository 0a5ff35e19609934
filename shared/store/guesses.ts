import { type Challenge, type Guesser, type Guesses, TwoFactor } from '../domain/entities/two-factor.ts';
import { DAY, isOver } from '../domain/instant.ts';
import type { Numbers } from '../domain/numbers.ts';
import { type GuessState, isWait, noGuesses, spendGuess, type Wait } from '../domain/throttle.ts';
import type { GuessAttempt } from '../factor-ports.ts';
import { twoFactorKey } from './keys.ts';
import { compareAndSwap, type Update } from './table/compare-and-swap.ts';
import { type Expression, expression } from './table/expression.ts';
import type { Table } from './table/table.ts';

/*
 * Spending an attempt at the second factor: of the user, and of the challenge where there is one, in one write that
 * also reads the factor. With no failures before, that is one call; else the refused write brings what to decide on.
 */

/** With a challenge, who guesses is what the challenge says. */
type Attempt = GuessAttempt &
  ({ challengeHash: string; guesser?: never } | { challengeHash?: never; guesser: Guesser });

const isOpen = (challenge: Challenge | undefined, { now }: Attempt, numbers: Numbers): boolean =>
  challenge !== undefined && !isOver(challenge.expiresAt, now) && challenge.attempts < numbers.challengeAttempts;

/** The part of the write that concerns the challenge: one more attempt, if it is open and of this kind of guesser. */
const challengePart = (e: Expression, attempt: Attempt, guesser: Guesser, numbers: Numbers) => {
  const { challengeHash, now } = attempt;
  if (challengeHash === undefined) return { set: [], conditions: ['attribute_exists(pk)'] };
  const path = (attribute: string) => e.path('challenges', challengeHash, attribute);
  return {
    set: [`${path('attempts')} = ${path('attempts')} + ${e.value(1)}`],
    conditions: [
      `${path('expiresAt')} > ${e.value(now)}`,
      `${path('attempts')} < ${e.value(numbers.challengeAttempts)}`,
      `${path('fromKnownDevice')} = ${e.value(guesser === 'device')}`,
    ],
  };
};

type Change = { guesser: Guesser; next: GuessState; name: string; conditions(e: Expression): string[] };

const updateOf = (attempt: Attempt, { guesser, next, name, conditions }: Change, numbers: Numbers): Update => {
  const e = expression();
  const guesses: Guesses = { ...next, attempt: name };
  const challenge = challengePart(e, attempt, guesser, numbers);
  return {
    Key: twoFactorKey(attempt.userId),
    UpdateExpression: `SET ${[`${e.path('guesses', guesser)} = ${e.value(guesses)}`, ...challenge.set].join(', ')}`,
    ConditionExpression: [...challenge.conditions, ...conditions(e)].join(' AND '),
    ...e.attributes(),
  };
};

/** The first write, before anything was seen: no failure yet, nothing spent of the day, and a device not known. */
const guessed = (attempt: Attempt, name: string, numbers: Numbers): Update | null => {
  const decision = spendGuess(noGuesses(attempt.now), attempt.kind, attempt.now, numbers);
  if (isWait(decision)) return null;
  const { guesser = 'stranger' } = attempt;
  const conditions = (e: Expression) => [
    `${e.path('guesses', guesser, 'count')} = ${e.value(0)}`,
    `(${e.path('guesses', guesser, 'dayCount')} = ${e.value(0)} OR ${e.path('guesses', guesser, 'dayStartedAt')} <= ${e.value(attempt.now - DAY)})`,
  ];
  return updateOf(attempt, { guesser, next: decision.next, name, conditions }, numbers);
};

/** A write decided on the factor as it was seen: it holds only if nobody guessed since. */
const decided = (
  attempt: Attempt,
  seen: TwoFactor,
  name: string,
  numbers: Numbers,
): Update | { refused: Wait | null } => {
  const challenge = attempt.challengeHash === undefined ? undefined : seen.challenges[attempt.challengeHash];
  if (attempt.challengeHash !== undefined && !isOpen(challenge, attempt, numbers)) return { refused: null };
  const guesser: Guesser = attempt.guesser ?? (challenge?.fromKnownDevice ? 'device' : 'stranger');
  const { attempt: last, ...state } = seen.guesses[guesser];
  const decision = spendGuess(state, attempt.kind, attempt.now, numbers);
  if (isWait(decision)) return { refused: decision };
  const conditions = (e: Expression) => [`${e.path('guesses', guesser, 'attempt')} = ${e.value(last)}`];
  return updateOf(attempt, { guesser, next: decision.next, name, conditions }, numbers);
};

/** The factor with the attempt spent; how long to wait; or null where there is nothing to attempt. */
export const spendAttempt = async (
  table: Table,
  attempt: Attempt,
  numbers: Numbers,
): Promise<TwoFactor | Wait | null> => {
  const outcome = await compareAndSwap<Wait | null>(table, {
    isBy: (item, name) => Object.values(TwoFactor.parse(item).guesses).some((guesses) => guesses.attempt === name),
    write(seen, name) {
      if (seen === null) return { refused: null };
      if (seen) return decided(attempt, TwoFactor.parse(seen), name, numbers);
      return guessed(attempt, name, numbers) ?? { refused: null };
    },
  });
  return 'refused' in outcome ? outcome.refused : TwoFactor.parse(outcome.item);
};
