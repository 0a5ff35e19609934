import { DatabaseSync } from 'node:sqlite';
import { betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import { admin } from 'better-auth/plugins/admin';
import { twoFactor } from 'better-auth/plugins/two-factor';

export const ORIGIN = 'https://sallyport.example';
export const PASSWORD = 'correct horse battery staple';
export const PERSON = 'person-1@acme.example';
export const ADMINISTRATOR = 'person-0@acme.example';
const USERS = 200;

/** One adapter call may be several statements (a join is two), so we count what reaches SQLite. */
class CountedDatabase extends DatabaseSync {
  statements = 0;

  override prepare(...[sql, options]: Parameters<DatabaseSync['prepare']>) {
    if (!/^(begin|commit|rollback)\b/i.test(sql)) this.statements += 1;
    return super.prepare(sql, options);
  }
}

const optionsFor = (database: DatabaseSync) => ({
  appName: 'Acme',
  baseURL: ORIGIN,
  secret: 'a-secret-of-the-bench-which-guards-nothing-at-all',
  database,
  emailAndPassword: {
    enabled: true,
    autoSignIn: false,
    // No hash: its cost depends on the hash chosen, not on the library.
    password: {
      hash: async (password: string) => password,
      verify: async ({ hash, password }: { hash: string; password: string }) => hash === password,
    },
  },
  plugins: [twoFactor({ issuer: 'Acme' }), admin()],
  rateLimit: { enabled: false },
  telemetry: { enabled: false },
  logger: { disabled: true },
});

export const startServer = async () => {
  const database = new CountedDatabase(':memory:');
  const options = optionsFor(database);
  await (await getMigrations(options)).runMigrations();
  const auth = betterAuth(options);
  for (let index = 0; index < USERS; index += 1) {
    const role = index === 0 ? 'admin' : 'user';
    const body = { email: `person-${index}@acme.example`, name: `Person ${index}`, password: PASSWORD, role } as const;
    await auth.api.createUser({ body });
  }
  return { auth, database };
};

export type Server = Awaited<ReturnType<typeof startServer>>;
