import * as z from 'zod/mini';
import { DAY, type Instant, MINUTE, SECOND } from '../instant.ts';
import type { SecuritySettings } from '../security-settings.ts';

/*
 * Guess limits as pure decisions: given earlier attempts, they return either the state after this one is spent, or how
 * long to wait. A store writes that state by compare-and-swap before the guess is compared.
 */

/** Wait until then; null means that waiting does not help. */
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

/** What is known about a source address. */
export const SourceState = z.object({ calls: z.number(), failures: z.number() });
export type SourceState = z.infer<typeof SourceState>;

const failureBudget = (security: SecuritySettings): Budget => ({
  perMinute: security.sourceFailuresPerMinute,
  burst: security.sourceFailuresBurst,
});

/** Spends a call and, until the attempt succeeds, a failure. */
export const nextSource = (
  state: SourceState | null,
  now: Instant,
  security: SecuritySettings,
): Decision<SourceState> => {
  const callBudget = { perMinute: security.sourceCallsPerMinute, burst: security.sourceCallsBurst };
  const call = spend(state?.calls ?? now, now, callBudget);
  const failure = spend(state?.failures ?? now, now, failureBudget(security));
  const retryAt = Math.max(call.retryAt, failure.retryAt);
  return retryAt > now ? { retryAt } : { next: { calls: call.arrival, failures: failure.arrival } };
};

/**
 * What is given back to a source: the failure if there was none, and also the call if it should cost no one anything.
 */
export const sourceRefund = (security: SecuritySettings): SourceState => ({
  calls: MINUTE / security.sourceCallsPerMinute,
  failures: MINUTE / security.sourceFailuresPerMinute,
});

/** An account's budget for one kind of action: theoretical arrival time, as for a source. */
export const BudgetState = z.object({ arrival: z.number() });
export type BudgetState = z.infer<typeof BudgetState>;
export type BudgetKind = 'notices' | 'administration';
const budgets: Record<BudgetKind, (security: SecuritySettings) => Budget> = {
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
  security: SecuritySettings,
): Decision<BudgetState> => {
  const { arrival, retryAt } = spend(state?.arrival ?? now, now, budgets[kind](security));
  return retryAt > now ? { retryAt } : { next: { arrival } };
};

/** Wrong passwords of one account under one password, or of one known device. */
export const FailureState = z.object({
  /** In a row, as the waits count them: a day without failures or an administrator clears it. */
  count: z.int(),
  /** In a row; only a success clears it. */
  inARow: z.int(),
  notBefore: z.int(),
  lastAt: z.int(),
});
export type FailureState = z.infer<typeof FailureState>;

export const noFailures = (now: Instant): FailureState => ({ count: 0, inARow: 0, notBefore: 0, lastAt: now });

/** The waits are forgotten after a day without another failure. */
const remembered = (state: FailureState | null, now: Instant): FailureState => {
  if (!state) return noFailures(now);
  return now - state.lastAt < DAY ? state : { ...noFailures(now), inARow: state.inARow };
};

/**
 * When the next attempt is allowed: 5 are free, then there is a wait of 30 s before the sixth, doubling up to an hour.
 * A free attempt is allowed at any time, not from `now` on, so that a request that began a moment earlier elsewhere is
 * just as free.
 */
export const notBeforeAfter = (count: number, now: Instant, security: SecuritySettings): Instant => {
  const { freeFailures, firstWaitSeconds, longestWaitSeconds } = security;
  if (count < freeFailures) return 0;
  return now + Math.min(firstWaitSeconds * 2 ** (count - freeFailures), longestWaitSeconds) * SECOND;
};

/**
 * Spends one attempt at a password. After 100 failures in a row, the password is closed until it is set again (NIST SP
 * 800-63B-4 3.2.2).
 */
export const nextPassword = (
  state: FailureState | null,
  now: Instant,
  security: SecuritySettings,
): Decision<FailureState> => {
  const { count, inARow, notBefore } = remembered(state, now);
  if (inARow >= security.passwordFailuresInARow) return { retryAt: null };
  if (notBefore > now) return { retryAt: notBefore };
  const notBeforeNext = notBeforeAfter(count + 1, now, security);
  return { next: { count: count + 1, inARow: inARow + 1, notBefore: notBeforeNext, lastAt: now } };
};

/**
 * An attempt that compared nothing does not count. `isLatest`: there was no later attempt, so the wait that this one
 * started ends with it.
 */
export const undoPassword = (state: FailureState, isLatest: boolean): FailureState => ({
  ...{ ...state, count: Math.max(0, state.count - 1), inARow: Math.max(0, state.inARow - 1) },
  notBefore: isLatest ? 0 : state.notBefore,
});
