import { DAY, type Instant, MINUTE, SECOND } from './instant.ts';
import type { Numbers } from './numbers.ts';

/*
 * Guess limits as pure decisions: from what is known of earlier attempts, either the state once this one is spent too,
 * or how long to wait. A store writes that state by compare-and-swap before anything looks at the guess.
 */

/** Wait until then; null: waiting does not help. */
export type Wait = { retryAt: Instant | null };
export type Decision<State> = { next: State } | Wait;

export const isWait = <State>(decision: Decision<State>): decision is Wait => 'retryAt' in decision;

/** Theoretical arrival time of a budget (GCRA): one number says how much of it is spent. */
type Budget = { perMinute: number; burst: number };

const spend = (
  arrival: Instant,
  now: Instant,
  { perMinute, burst }: Budget,
): { arrival: Instant; retryAt: Instant } => {
  const interval = MINUTE / perMinute;
  const next = Math.max(arrival, now) + interval;
  return { arrival: next, retryAt: next - interval * burst };
};

/** What is known of a source address. */
export type SourceState = { calls: Instant; failures: Instant };

const failureBudget = (numbers: Numbers): Budget => ({
  perMinute: numbers.sourceFailuresPerMinute,
  burst: numbers.sourceFailuresBurst,
});

/** Spends a call and, until it proves right, a failure. */
export const spendSource = (state: SourceState | null, now: Instant, numbers: Numbers): Decision<SourceState> => {
  const callBudget = { perMinute: numbers.sourceCallsPerMinute, burst: numbers.sourceCallsBurst };
  const call = spend(state?.calls ?? now, now, callBudget);
  const failure = spend(state?.failures ?? now, now, failureBudget(numbers));
  const retryAt = Math.max(call.retryAt, failure.retryAt);
  return retryAt > now ? { retryAt } : { next: { calls: call.arrival, failures: failure.arrival } };
};

/** What a success gives back to the source: this one attempt, never those that failed. */
export const failureInterval = (numbers: Numbers): number => MINUTE / numbers.sourceFailuresPerMinute;

/** Consecutive failures of one account, or of a known device. */
export type FailureState = { count: number; notBefore: Instant; lastAt: Instant };

/** A failure counts until a success, or until a day has passed without another. */
const remembered = (state: FailureState | null, now: Instant): FailureState =>
  state && now - state.lastAt < DAY ? state : { count: 0, notBefore: 0, lastAt: now };

/**
 * From when on the next attempt is allowed: 5 are free, then 30 s before the sixth, doubling up to an hour. A free one is
 * allowed at any time, not from `now` on: a request that began a moment earlier, elsewhere, is as free.
 */
const notBeforeAfter = (count: number, now: Instant, numbers: Numbers): Instant => {
  const { freeFailures, firstWaitSeconds, longestWaitSeconds } = numbers;
  if (count < freeFailures) return 0;
  return now + Math.min(firstWaitSeconds * 2 ** (count - freeFailures), longestWaitSeconds) * SECOND;
};

/** Spends one attempt at a password. */
export const spendAttempt = (state: FailureState | null, now: Instant, numbers: Numbers): Decision<FailureState> => {
  const { count, notBefore } = remembered(state, now);
  if (notBefore > now) return { retryAt: notBefore };
  return { next: { count: count + 1, notBefore: notBeforeAfter(count + 1, now, numbers), lastAt: now } };
};

/** Failures at a user's second factor, whatever route they came by. */
export type GuessState = { count: number; notBefore: Instant; dayStartedAt: Instant; dayCount: number };

export const noGuesses = (now: Instant): GuessState => ({ count: 0, notBefore: 0, dayStartedAt: now, dayCount: 0 });

/** The counters of a new enrolment. */
export const newGuesses = (now: Instant) => ({
  device: { ...noGuesses(now), attempt: 'none' },
  stranger: { ...noGuesses(now), attempt: 'none' },
});

/**
 * Spends one attempt at the second factor. After 100 in a row codes of the app are refused for good: a recovery code
 * or a one-time pass, which nobody guesses, or an administrator is the way out.
 */
export const spendGuess = (
  state: GuessState,
  kind: 'totp' | 'recovery_code' | 'one_time_pass',
  now: Instant,
  numbers: Numbers,
): Decision<GuessState> => {
  if (kind === 'totp' && state.count >= numbers.secondFactorFailuresInARow) return { retryAt: null };
  const isNewDay = now - state.dayStartedAt >= DAY;
  const { dayStartedAt, dayCount } = isNewDay ? { dayStartedAt: now, dayCount: 0 } : state;
  const dayOver = dayCount >= numbers.secondFactorFailuresPerDay ? dayStartedAt + DAY : 0;
  const retryAt = Math.max(state.notBefore, dayOver);
  if (retryAt > now) return { retryAt };
  const count = state.count + 1;
  return { next: { count, notBefore: notBeforeAfter(count, now, numbers), dayStartedAt, dayCount: dayCount + 1 } };
};
