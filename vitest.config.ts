import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: 'offline', include: ['test/offline/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'connected',
          include: ['test/connected/**/*.test.ts'],
          globalSetup: 'test/connected/setup.ts',
          testTimeout: 30_000,
          hookTimeout: 60_000,
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
