import { defineConfig } from 'vitest/config';

/** The tests that run on memory alone: what a mutant of a rule has to be killed by, in milliseconds. */
export default defineConfig({
  test: {
    include: ['test/offline/{domain,use-cases,entry,delivery,store}/**/*.test.ts'],
    testTimeout: 120_000,
  },
});
