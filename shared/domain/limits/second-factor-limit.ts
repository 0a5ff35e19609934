import type { Guesses } from '../entities/two-factor.ts';
import { DAY, type Instant } from '../instant.ts';
import type { SecuritySettings } from '../security-settings.ts';
import { type Decision, notBeforeAfter } from './throttle.ts';

/*
 * Limits guesses at a second factor: as in throttle.ts, with what is specific to codes that can or cannot be guessed.
 */

/** Failures at a user's second factor, whatever route they came by. */
export type GuessState = Omit<Guesses, 'attempt'>;
export type ProofKind = 'totp' | 'recovery_code' | 'bypass_code';

export const noGuesses = (now: Instant, passwordVersion: number): GuessState => ({
  ...{ count: 0, inARow: 0, notBefore: 0, dayStartedAt: now, dayCount: 0 },
  ...{ passwordVersion, codes: 0 },
});

/** The counters of a new enrollment. */
export const newGuesses = (now: Instant, passwordVersion: number) => ({
  device: { ...noGuesses(now, passwordVersion), attempt: 'none' },
  stranger: { ...noGuesses(now, passwordVersion), attempt: 'none' },
});

/**
 * A new password starts a new count. Only the failures in a row carry over: they bound how often anyone may ever guess.
 */
const underPassword = (state: GuessState, passwordVersion: number, now: Instant): GuessState =>
  state.passwordVersion === passwordVersion
    ? state
    : { ...noGuesses(now, passwordVersion), inARow: state.inARow, codes: state.codes };

type Guess = { kind: ProofKind; passwordVersion: number; now: Instant };

/**
 * Spends one attempt at the second factor. The waits, the daily limit and the stop after 100 failures in a row apply to
 * codes from the app, which can be guessed. A recovery code or a bypass code has 120 bits and cannot be guessed, so no
 * wait applies to it; its challenge and the rate limit of the source bound it.
 */
export const nextSecondFactor = (
  before: GuessState,
  { kind, passwordVersion, now }: Guess,
  security: SecuritySettings,
): Decision<GuessState> => {
  const state = underPassword(before, passwordVersion, now);
  if (kind !== 'totp') return { next: { ...state, codes: state.codes + 1 } };
  if (state.inARow >= security.secondFactorFailuresInARow) return { retryAt: null };
  const isNewDay = now - state.dayStartedAt >= DAY;
  const { dayStartedAt, dayCount } = isNewDay ? { dayStartedAt: now, dayCount: 0 } : state;
  const dayOver = dayCount >= security.secondFactorFailuresPerDay ? dayStartedAt + DAY : 0;
  const retryAt = Math.max(state.notBefore, dayOver);
  if (retryAt > now) return { retryAt };
  const count = state.count + 1;
  return {
    next: {
      ...{ ...state, count, inARow: state.inARow + 1, notBefore: notBeforeAfter(count, now, security) },
      ...{ dayStartedAt, dayCount: dayCount + 1 },
    },
  };
};

/**
 * An attempt that compared nothing does not count. `isLatest`: there was no later attempt, so the wait that this one
 * started ends with it.
 */
export const undoSecondFactor = (state: GuessState, kind: ProofKind, isLatest: boolean): GuessState => {
  const less = (count: number): number => Math.max(0, count - 1);
  if (kind !== 'totp') return { ...state, codes: less(state.codes) };
  return {
    ...{ ...state, count: less(state.count), inARow: less(state.inARow), dayCount: less(state.dayCount) },
    notBefore: isLatest ? 0 : state.notBefore,
  };
};
