import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adoptionAgrees } from './organizations.ts';
import { writeReport } from './report.ts';
import { allCases, nameOf, runAll } from './sweep.ts';

const isFull = process.env.FAULTS === 'full';
const SAMPLE = 48;

describe('whatever AWS call fails, in whatever way', () => {
  const title = isFull ? 'every one' : `${SAMPLE} of them, others each time`;
  it(`the invariants hold, and the person can finish (${title})`, {
    timeout: isFull ? 3_600_000 : 300_000,
  }, async () => {
    const all = await allCases();
    const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
    const sampled = fc.sample(fc.shuffledSubarray(all, { minLength: SAMPLE, maxLength: SAMPLE }), { seed, numRuns: 1 });
    const results = await runAll(isFull ? all : (sampled[0] ?? []), process.env.FAULTS_RESULTS);
    if (isFull) writeReport('docs/faults.md', results);
    const violated = results
      .filter(({ violations }) => violations.length > 0)
      .map((result) => `${nameOf(result)}: ${result.violations.join('; ')}`);
    expect(violated, `SEED=${seed}`).toEqual([]);
    expect(await adoptionAgrees(), `SEED=${seed}`).toBe(true);
    expect(results.length).toBe(isFull ? all.length : SAMPLE);
  });
});
