import { readFileSync } from 'node:fs';
import { systemClock } from '../shared/adapters/clock.ts';
import { cryptoRandom, ulids } from '../shared/adapters/ids.ts';
import { Numbers } from '../shared/domain/numbers.ts';
import { documentClient } from '../shared/runtime/clients.ts';
import { tableEnv } from '../shared/runtime/env.ts';
import { adoptions } from '../shared/store/accounts/adoption.ts';
import { credentials } from '../shared/store/accounts/credentials.ts';
import { organizations } from '../shared/store/accounts/organizations.ts';
import { users } from '../shared/store/accounts/users.ts';
import { twoFactors } from '../shared/store/factors/two-factors.ts';
import { limits } from '../shared/store/limits/limits.ts';
import { passwordTokens } from '../shared/store/tokens/password-tokens.ts';

type Context = { origin: string; numbers: unknown };

/** The settings of the deployment that this checkout describes. */
const context = (): Context => {
  const file = readFileSync(new URL('../cdk.json', import.meta.url), 'utf8');
  return (JSON.parse(file) as { context: Context }).context;
};

/** The parts that the command line needs: the same as the functions have, with the caller's own AWS credentials. */
export const adminNeeds = () => {
  const { origin, numbers: settings } = context();
  const numbers = Numbers.parse(settings);
  const table = { client: documentClient(), name: tableEnv().TABLE_NAME };
  return {
    clock: systemClock,
    random: cryptoRandom,
    ids: ulids,
    numbers,
    origin: process.env.ORIGIN ?? origin,
    adoptions: adoptions(table),
    organizations: organizations(table, numbers),
    credentials: credentials(table, numbers),
    passwordTokens: passwordTokens(table, numbers),
    users: users(table, numbers),
    twoFactors: twoFactors(table, numbers),
    limits: limits(table, numbers),
  };
};
export type AdminNeeds = ReturnType<typeof adminNeeds>;
