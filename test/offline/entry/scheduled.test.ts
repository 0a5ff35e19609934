import { describe, expect, it } from 'vitest';
import { scheduled } from '../../../shared/entry/stream/scheduled.ts';

const run = (work: (now: number) => Promise<object>) => {
  const lines: object[] = [];
  const log = (line: object) => void lines.push(line);
  return { lines, done: scheduled('eraseUsers', { clock: { now: () => 7 }, log }, work)() };
};

describe('scheduled work', () => {
  it('is told the time, and says in one line what it did', async () => {
    const { lines, done } = run(async (now) => ({ erased: now }));
    await done;
    expect(lines).toEqual([{ level: 'INFO', operation: 'eraseUsers', outcome: 'ok', erased: 7 }]);
  });

  it('that fails is logged, and fails for Lambda too, which tries again', async () => {
    const { lines, done } = run(() => Promise.reject(new TypeError('table gone')));
    await expect(done).rejects.toThrow('table gone');
    expect(lines).toMatchObject([{ level: 'ERROR', operation: 'eraseUsers', outcome: 'failed' }]);
    expect(lines[0]).toHaveProperty('error.name', 'TypeError');
  });
});
