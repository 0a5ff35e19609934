import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../../../shared/domain/instant.ts';
import { nextSecondFactor, noGuesses, undoSecondFactor } from '../../../../shared/domain/limits/second-factor-limit.ts';
import { isWait } from '../../../../shared/domain/limits/throttle.ts';
import { NOW } from '../../../fixtures.ts';
import { defaultSecurity } from '../../../security-settings.ts';

const { secondFactorFailuresPerDay: perDay } = defaultSecurity;
const guess = { kind: 'totp' as const, passwordVersion: 1 };
const full = { ...noGuesses(NOW, 1), dayCount: perDay };

describe('the daily limit of guesses', () => {
  it('ends a day after its first guess, to the millisecond, and starts from nothing', () => {
    expect(nextSecondFactor(full, { ...guess, now: NOW + DAY - 1 }, defaultSecurity)).toEqual({ retryAt: NOW + DAY });
    const next = nextSecondFactor(full, { ...guess, now: NOW + DAY }, defaultSecurity);
    expect(next).toMatchObject({ next: { dayStartedAt: NOW + DAY, dayCount: 1 } });
  });

  it('keeps its beginning while the day lasts', () => {
    const begun = { ...noGuesses(NOW, 1), dayCount: 3 };
    expect(nextSecondFactor(begun, { ...guess, now: NOW + HOUR }, defaultSecurity)).toMatchObject({
      next: { dayStartedAt: NOW, dayCount: 4 },
    });
  });
});

describe('an attempt that compared nothing', () => {
  it('with a code of the app gives back the failure, and its wait only if none came after it', () => {
    const state = { ...noGuesses(NOW, 1), count: 2, inARow: 2, dayCount: 2, codes: 5, notBefore: NOW + 9 };
    expect(undoSecondFactor(state, 'totp', true)).toEqual({ ...state, count: 1, inARow: 1, dayCount: 1, notBefore: 0 });
    expect(undoSecondFactor(state, 'totp', false).notBefore).toBe(NOW + 9);
  });

  it.each(['recovery_code', 'bypass_code'] as const)('with a %s gives back that alone', (kind) => {
    const state = { ...noGuesses(NOW, 1), count: 2, inARow: 2, dayCount: 2, codes: 5 };
    expect(undoSecondFactor(state, kind, true)).toEqual({ ...state, codes: 4 });
    expect(undoSecondFactor({ ...state, codes: 0 }, kind, true).codes).toBe(0);
  });
});

describe('a code that cannot be guessed', () => {
  it('is never made to wait', () => {
    const closed = { ...full, inARow: 1_000, notBefore: NOW + DAY };
    const decision = nextSecondFactor(closed, { ...guess, kind: 'recovery_code', now: NOW }, defaultSecurity);
    expect(isWait(decision)).toBe(false);
  });
});
