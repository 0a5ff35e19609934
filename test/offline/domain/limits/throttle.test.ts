import { describe, expect, it } from 'vitest';
import { nextSecondFactor, noGuesses } from '../../../../shared/domain/limits/second-factor-limit.ts';
import {
  isWait,
  nextPassword,
  nextSource,
  sourceRefund,
  undoPassword,
} from '../../../../shared/domain/limits/throttle.ts';
import { NOW } from '../../../fixtures.ts';
import { defaultSecurity } from '../../../security-settings.ts';

describe('a source', () => {
  it('does not benefit from a clock that jumps back', () => {
    const first = nextSource(null, NOW, defaultSecurity);
    if (isWait(first)) throw new Error('refused');
    const back = nextSource(first.next, NOW - 3_600_000, defaultSecurity);
    expect(isWait(back)).toBe(true);
  });
});

describe('the schedule', () => {
  const waits = Array.from({ length: 14 }, (_, count) => {
    const decision = nextPassword({ count, inARow: count, notBefore: 0, lastAt: NOW }, NOW, defaultSecurity);
    return isWait(decision) ? -1 : Math.max(0, decision.next.notBefore - NOW) / 1_000;
  });

  it('is 5 free, then 30·2^(n−6) seconds up to an hour', () => {
    expect(waits).toEqual([0, 0, 0, 0, 30, 60, 120, 240, 480, 960, 1_920, 3_600, 3_600, 3_600]);
  });

  it('allows the next attempt at that very instant', () => {
    expect(isWait(nextPassword({ count: 5, inARow: 5, notBefore: NOW + 1, lastAt: NOW }, NOW, defaultSecurity))).toBe(
      true,
    );
    expect(isWait(nextPassword({ count: 5, inARow: 5, notBefore: NOW, lastAt: NOW }, NOW, defaultSecurity))).toBe(
      false,
    );
  });

  it('of a second factor has no way but recovery after 100 in a row', () => {
    const state = { ...noGuesses(NOW, 1), inARow: 100 };
    const guess = (kind: 'totp' | 'recovery_code') =>
      nextSecondFactor(state, { kind, passwordVersion: 1, now: NOW }, defaultSecurity);
    expect(guess('totp')).toEqual({ retryAt: null });
    expect(isWait(guess('recovery_code'))).toBe(false);
  });

  it('gives an attempt back with the wait that it started, but not with a later one', () => {
    const state = { count: 5, inARow: 7, notBefore: NOW + 30_000, lastAt: NOW };
    expect(undoPassword(state, true)).toEqual({ count: 4, inARow: 6, notBefore: 0, lastAt: NOW });
    expect(undoPassword(state, false)).toEqual({ count: 4, inARow: 6, notBefore: NOW + 30_000, lastAt: NOW });
    expect(undoPassword({ ...state, count: 0, inARow: 0 }, true)).toMatchObject({ count: 0, inARow: 0 });
  });
});

describe('what a source gets back', () => {
  it('is exactly what a call and its failure cost', () => {
    const spent = nextSource(null, NOW, defaultSecurity);
    const next = isWait(spent) ? { calls: 0, failures: 0 } : spent.next;
    const refund = sourceRefund(defaultSecurity);
    expect([next.calls - refund.calls, next.failures - refund.failures]).toEqual([NOW, NOW]);
  });
});
