import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../local/monitoring/expression.ts';
import { createMetrics } from '../../../local/monitoring/metrics.ts';

describe('metric math, as the templates use it', () => {
  const share = 'IF(refused >= 50, 100 * refused / (refused + FILL(accepted, 0)), 0)';
  it.each([
    [share, { refused: 49, accepted: 1 }, 0],
    [share, { refused: 60, accepted: 40 }, 60],
    [share, { refused: 60, accepted: undefined }, 100],
    [share, { refused: undefined, accepted: 3 }, undefined],
    ['1 + 2 * 3 - 4 / 2', {}, 5],
    ['(1 + 2) * 3', {}, 9],
  ])('%s of %o is %s', (expression, values, expected) => {
    expect(evaluate(expression, values)).toBe(expected);
  });

  it('refuses what it does not know', () => {
    expect(() => evaluate('refused % 2', { refused: 1 })).toThrow('no local meaning');
  });
});

describe('the local figures', () => {
  it('are read from log lines, and forget what no alarm looks back to', () => {
    const metrics = createMetrics([]);
    const line = (at: number) =>
      JSON.stringify({
        ...{ operation: 'signIn', PasswordRefused: 1 },
        _aws: { Timestamp: at, CloudWatchMetrics: [{ Namespace: 'S', Metrics: [{ Name: 'PasswordRefused' }] }] },
      });
    metrics.readLines(`${line(1_000)}\nno figures\n${line(2_000)}\n`);
    expect(metrics.within('S', 'PasswordRefused', {}, [0, 3_000])).toEqual([1, 1]);
    expect(metrics.within('S', 'PasswordRefused', {}, [1_000, 3_000])).toEqual([1]);
    metrics.readLines(line(3 * 3_600_000));
    expect(metrics.within('S', 'PasswordRefused', {}, [0, 3_000])).toEqual([]);
  });
});
