import { defineConfig } from 'vitest/config';

/** Long enough for a machine that has ten other things to do: a test may only fail for what it finds. */
const PATIENT = { testTimeout: 120_000, hookTimeout: 240_000 };

export default defineConfig({
  test: {
    projects: [
      // Rules on memory: seconds.
      { extends: true, test: { name: 'offline', include: ['test/offline/**/*.test.ts'], ...PATIENT } },
      // The CDK app, synthesized.
      { extends: true, test: { name: 'infra', include: ['test/infra/**/*.test.ts'], ...PATIENT } },
      // The transactions on a table alone.
      {
        extends: true,
        test: { name: 'store', include: ['test/store/**/*.test.ts'], globalSetup: 'test/store/setup.ts', ...PATIENT },
      },
      // The product as it is deployed, in the local cloud, with a browser.
      {
        extends: true,
        test: {
          name: 'connected',
          include: ['test/connected/**/*.test.ts'],
          globalSetup: 'test/connected/setup.ts',
          // One file after the other, whatever the machine: they share a cloud, its log and its database.
          fileParallelism: false,
          ...PATIENT,
        },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['shared/{domain,use-cases,delivery,entry,contract}/**/*.ts'],
      // Types only, and schemas that only the store's records use.
      exclude: ['shared/domain/request.ts', 'shared/entry/http/event.ts', 'shared/domain/events/security-event.ts'],
      reporter: ['text-summary', 'text'],
      thresholds: { statements: 97, branches: 95, functions: 97, lines: 97 },
    },
  },
});
