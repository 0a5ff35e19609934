import type { Guesses } from './entities/two-factor.ts';
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

/** What is given back to a source: the failure, where it was none, and the call too, where nobody is to pay for it. */
export const sourceRefund = (numbers: Numbers): SourceState => ({
  calls: MINUTE / numbers.sourceCallsPerMinute,
  failures: MINUTE / numbers.sourceFailuresPerMinute,
});

/** What one account may do of a kind: theoretical arrival time, as for a source. */
export type BudgetState = { arrival: Instant };
export type BudgetKind = 'notices' | 'administration';
const budgets: Record<BudgetKind, (numbers: Numbers) => Budget> = {
  notices: ({ noticesPerHour, noticesBurst }) => ({ perMinute: noticesPerHour / 60, burst: noticesBurst }),
  administration: ({ administrationPerMinute, administrationBurst }) => ({
    perMinute: administrationPerMinute,
    burst: administrationBurst,
  }),
};

export const spendBudget = (
  kind: BudgetKind,
  state: BudgetState | null,
  now: Instant,
  numbers: Numbers,
): Decision<BudgetState> => {
  const { arrival, retryAt } = spend(state?.arrival ?? now, now, budgets[kind](numbers));
  return retryAt > now ? { retryAt } : { next: { arrival } };
};

/** Wrong passwords of one account under one password, or of a known device. */
export type FailureState = {
  /** In a row, as the waits count them: a quiet day or an administrator clears it. */
  count: number;
  /** In a row, whatever happens in between but a success. */
  inARow: number;
  notBefore: Instant;
  lastAt: Instant;
};

export const noFailures = (now: Instant): FailureState => ({ count: 0, inARow: 0, notBefore: 0, lastAt: now });

/** Waits forget after a day without another failure. */
const remembered = (state: FailureState | null, now: Instant): FailureState => {
  if (!state) return noFailures(now);
  return now - state.lastAt < DAY ? state : { ...noFailures(now), inARow: state.inARow };
};

/**
 * From when on the next attempt is allowed: 5 are free, then 30 s before the sixth, doubling up to an hour. A free one is
 * allowed at any time, not from `now` on: a request that began a moment earlier, elsewhere, is as free.
 */
const notBeforeAfter = (count: number, now: Instant, numbers: Numbers): Instant => {
  const { freeFailures, firstWaitSeconds, longestWaitSeconds } = numbers;
  if (count < freeFailures) return 0;
  return now + Math.min(firstWaitSeconds * 2 ** (count - freeFailures), longestWaitSeconds) * SECOND;
};

/** Spends one attempt at a password. After 100 in a row it is closed until it is set anew (NIST SP 800-63B-4 3.2.2). */
export const spendAttempt = (state: FailureState | null, now: Instant, numbers: Numbers): Decision<FailureState> => {
  const { count, inARow, notBefore } = remembered(state, now);
  if (inARow >= numbers.passwordFailuresInARow) return { retryAt: null };
  if (notBefore > now) return { retryAt: notBefore };
  const notBeforeNext = notBeforeAfter(count + 1, now, numbers);
  return { next: { count: count + 1, inARow: inARow + 1, notBefore: notBeforeNext, lastAt: now } };
};

/** Failures at a user's second factor, whatever route they came by. */
export type GuessState = Omit<Guesses, 'attempt'>;
export type ProofKind = 'totp' | 'recovery_code' | 'one_time_pass';

export const noGuesses = (now: Instant, passwordVersion: number): GuessState => ({
  ...{ count: 0, inARow: 0, notBefore: 0, dayStartedAt: now, dayCount: 0 },
  ...{ passwordVersion, codes: 0 },
});

/** The counters of a new enrolment. */
export const newGuesses = (now: Instant, passwordVersion: number) => ({
  device: { ...noGuesses(now, passwordVersion), attempt: 'none' },
  stranger: { ...noGuesses(now, passwordVersion), attempt: 'none' },
});

/** A new password begins a new count; only the failures in a row go on, which bound what anyone may ever guess. */
const underPassword = (state: GuessState, passwordVersion: number, now: Instant): GuessState =>
  state.passwordVersion === passwordVersion
    ? state
    : { ...noGuesses(now, passwordVersion), inARow: state.inARow, codes: state.codes };

type Guess = { kind: ProofKind; passwordVersion: number; now: Instant };

/**
 * Spends one attempt at the second factor. Waits, the day's limit and the end at 100 in a row are for codes of the app,
 * which can be guessed. A recovery code or a pass has 120 bit: nobody guesses it, so no wait stands in its way; what limits
 * it is its challenge and the source's rate.
 */
export const spendGuess = (
  before: GuessState,
  { kind, passwordVersion, now }: Guess,
  numbers: Numbers,
): Decision<GuessState> => {
  const state = underPassword(before, passwordVersion, now);
  if (kind !== 'totp') return { next: { ...state, codes: state.codes + 1 } };
  if (state.inARow >= numbers.secondFactorFailuresInARow) return { retryAt: null };
  const isNewDay = now - state.dayStartedAt >= DAY;
  const { dayStartedAt, dayCount } = isNewDay ? { dayStartedAt: now, dayCount: 0 } : state;
  const dayOver = dayCount >= numbers.secondFactorFailuresPerDay ? dayStartedAt + DAY : 0;
  const retryAt = Math.max(state.notBefore, dayOver);
  if (retryAt > now) return { retryAt };
  const count = state.count + 1;
  return {
    next: {
      ...{ ...state, count, inARow: state.inARow + 1, notBefore: notBeforeAfter(count, now, numbers) },
      ...{ dayStartedAt, dayCount: dayCount + 1 },
    },
  };
};

/**
 * An attempt that compared nothing is none. `isLatest`: nobody has tried since, so that the wait that it began ends with it.
 */
export const unspendGuess = (state: GuessState, kind: ProofKind, isLatest: boolean): GuessState => {
  const less = (count: number): number => Math.max(0, count - 1);
  if (kind !== 'totp') return { ...state, codes: less(state.codes) };
  return {
    ...{ ...state, count: less(state.count), inARow: less(state.inARow), dayCount: less(state.dayCount) },
    notBefore: isLatest ? 0 : state.notBefore,
  };
};

/** The same for a password. */
export const unspendAttempt = (state: FailureState, isLatest: boolean): FailureState => ({
  ...{ ...state, count: Math.max(0, state.count - 1), inARow: Math.max(0, state.inARow - 1) },
  notBefore: isLatest ? 0 : state.notBefore,
});
