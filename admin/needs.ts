import { readFileSync } from 'node:fs';
import { Numbers } from '../shared/domain/numbers.ts';
import { documentClient } from '../shared/runtime/clients.ts';
import { systemClock } from '../shared/runtime/clock.ts';
import { tableEnv } from '../shared/runtime/env.ts';
import { cryptoRandom, ulids } from '../shared/runtime/ids.ts';
import { adoptions } from '../shared/store/adoption.ts';
import { credentials } from '../shared/store/credentials.ts';
import { limits } from '../shared/store/limits.ts';
import { organizations } from '../shared/store/organizations.ts';
import { passwordTokens } from '../shared/store/password-tokens.ts';
import { twoFactors } from '../shared/store/two-factors.ts';
import { users } from '../shared/store/users.ts';

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
