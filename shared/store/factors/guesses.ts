import { type Challenge, type Guesses, TwoFactor } from '../../domain/entities/two-factor.ts';
import { DAY, isOver } from '../../domain/instant.ts';
import { type GuessState, nextSecondFactor, noGuesses } from '../../domain/limits/second-factor-limit.ts';
import { isWait, type Wait } from '../../domain/limits/throttle.ts';
import type { SecuritySettings } from '../../domain/security-settings.ts';
import type { SecondFactorAttempt } from '../../ports/factors/two-factors.ts';
import { twoFactorKey } from '../keys.ts';
import { compareAndSwap, type Update } from '../table/compare-and-swap.ts';
import { type Expression, expression } from '../table/expression.ts';
import type { Item, Table } from '../table/table.ts';

/*
 * Spends an attempt at the second factor: of the user and, if there is one, of the challenge, in one write that also
 * reads the factor. With no earlier failures that is one call; otherwise the refused write returns what to decide on.
 */

export type Attempt = SecondFactorAttempt & { challengeHash?: string };

/** Whether the challenge belongs to this user in their current state, and to this counter. */
const isOpen = (
  challenge: Challenge | undefined,
  { user, counterName, now }: Attempt,
  security: SecuritySettings,
): boolean =>
  challenge !== undefined &&
  challenge.authVersion === user.authVersion &&
  challenge.fromKnownDevice === (counterName === 'device') &&
  !isOver(challenge.expiresAt, now) &&
  challenge.attempts < security.challengeAttempts;

/** The challenge's part of the write: one more attempt if it is open. A dead challenge costs no one anything. */
const challengePart = (
  e: Expression,
  { challengeHash, user, counterName, now }: Attempt,
  security: SecuritySettings,
) => {
  if (challengeHash === undefined) return { set: [], conditions: ['attribute_exists(pk)'] };
  const path = (attribute: string) => e.path('challenges', challengeHash, attribute);
  return {
    set: [`${path('attempts')} = ${path('attempts')} + ${e.value(1)}`],
    conditions: [
      `${path('expiresAt')} > ${e.value(now)}`,
      `${path('attempts')} < ${e.value(security.challengeAttempts)}`,
      `${path('fromKnownDevice')} = ${e.value(counterName === 'device')}`,
      `${path('authVersion')} = ${e.value(user.authVersion)}`,
    ],
  };
};

type Change = { next: GuessState; name: string; conditions(e: Expression): string[] };

const updateOf = (attempt: Attempt, { next, name, conditions }: Change, security: SecuritySettings): Update => {
  const e = expression();
  const guesses: Guesses = { ...next, attempt: name };
  const challenge = challengePart(e, attempt, security);
  return {
    Key: twoFactorKey(attempt.user.id),
    UpdateExpression: `SET ${[`${e.path('guesses', attempt.counterName)} = ${e.value(guesses)}`, ...challenge.set].join(', ')}`,
    ConditionExpression: [...challenge.conditions, ...conditions(e)].join(' AND '),
    ...e.attributes(),
  };
};

const guessOf = ({ kind, user: { passwordVersion }, now }: Attempt) => ({ kind, passwordVersion, now });

/**
 * The first write, made before anything was read: it assumes no failure under this password and nothing spent today.
 */
const guessed = (attempt: Attempt, name: string, security: SecuritySettings): Update => {
  const { counterName, user, now } = attempt;
  const decision = nextSecondFactor(noGuesses(now, user.passwordVersion), guessOf(attempt), security);
  if (isWait(decision)) throw new Error('a first attempt never waits');
  const conditions = (e: Expression) => {
    const path = (attribute: string) => e.path('guesses', counterName, attribute);
    return [
      `${path('inARow')} = ${e.value(0)}`,
      `${path('codes')} = ${e.value(0)}`,
      `(${path('dayCount')} = ${e.value(0)} OR ${path('dayStartedAt')} <= ${e.value(now - DAY)})`,
    ];
  };
  return updateOf(attempt, { next: decision.next, name, conditions }, security);
};

/** A write decided on the factor as it was read: it succeeds only if no one has guessed since. */
const decided = (
  attempt: Attempt,
  seen: TwoFactor,
  name: string,
  security: SecuritySettings,
): Update | { refused: Wait | null } => {
  const { challengeHash, counterName } = attempt;
  if (challengeHash !== undefined && !isOpen(seen.challenges[challengeHash], attempt, security)) {
    return { refused: null };
  }
  const { attempt: last, ...state } = seen.guesses[counterName];
  const decision = nextSecondFactor(state, guessOf(attempt), security);
  if (isWait(decision)) return { refused: decision };
  const conditions = (e: Expression) => [`${e.path('guesses', counterName, 'attempt')} = ${e.value(last)}`];
  return updateOf(attempt, { next: decision.next, name, conditions }, security);
};

export const isBy = (item: Item, name: string): boolean =>
  Object.values(TwoFactor.parse(item).guesses).some((guesses) => guesses.attempt === name);

/** The factor with the attempt spent; how long to wait; or null if there is nothing to attempt. */
export const reserveSecondFactor = async (
  table: Table,
  attempt: Attempt,
  security: SecuritySettings,
): Promise<TwoFactor | Wait | null> => {
  const outcome = await compareAndSwap<Wait | null>(
    table,
    {
      isBy,
      write(seen, name) {
        if (seen === null) return { refused: null };
        return seen ? decided(attempt, TwoFactor.parse(seen), name, security) : guessed(attempt, name, security);
      },
    },
    attempt.name,
  );
  return 'refused' in outcome ? outcome.refused : TwoFactor.parse(outcome.item);
};
