import { memoryAdapter } from '@better-auth/memory-adapter';
import { betterAuth } from 'better-auth/minimal';
import { admin } from 'better-auth/plugins/admin';
import { twoFactor } from 'better-auth/plugins/two-factor';

/*
 * The minimum that signs in with a second factor: `minimal` leaves out Kysely, as it would be with a custom adapter.
 * The memory adapter comes from its own package: through `better-auth/adapters/memory`, esbuild 0.28 drops its init.
 */

const auth = betterAuth({
  baseURL: 'https://sallyport.example',
  secret: 'a-secret-of-the-bench-which-guards-nothing-at-all',
  database: memoryAdapter({ user: [], session: [], account: [], verification: [], twoFactor: [] }),
  emailAndPassword: { enabled: true },
  plugins: [twoFactor({ issuer: 'Acme' }), admin()],
  telemetry: { enabled: false },
});

export const handler = (request: Request): Promise<Response> => auth.handler(request);
