import { readFileSync } from 'node:fs';
import { systemClock } from '../shared/adapters/clock.ts';
import { cryptoRandom, ulids } from '../shared/adapters/ids.ts';
import { logoReader } from '../shared/adapters/logos/logo-reader.ts';
import { SecuritySettings } from '../shared/domain/security-settings.ts';
import { documentClient } from '../shared/runtime/clients.ts';
import { tableEnv } from '../shared/runtime/env.ts';
import { adoptions } from '../shared/store/accounts/adoption.ts';
import { brands } from '../shared/store/accounts/brands.ts';
import { credentials } from '../shared/store/accounts/credentials.ts';
import { organizations } from '../shared/store/accounts/organizations.ts';
import { sessions } from '../shared/store/accounts/sessions.ts';
import { signIns } from '../shared/store/accounts/sign-ins.ts';
import { users } from '../shared/store/accounts/users.ts';
import { twoFactors } from '../shared/store/factors/two-factors.ts';
import { refusals } from '../shared/store/history/refusals.ts';
import { securityEvents } from '../shared/store/history/security-events.ts';
import { addresses } from '../shared/store/lifecycle/addresses.ts';
import { deletions } from '../shared/store/lifecycle/deletions.ts';
import { limits } from '../shared/store/limits/limits.ts';
import { passwordTokens } from '../shared/store/tokens/password-tokens.ts';

type Context = { settings: { origin?: string; security?: unknown } };

/** The settings of the deployment that this checkout describes. */
const settings = (): Context['settings'] => {
  const file = readFileSync(new URL('../cdk.json', import.meta.url), 'utf8');
  return (JSON.parse(file) as { context: Context }).context.settings;
};

/** Empty if nobody has named it: a command that prints a link asks for it. */
const originOf = (): string => process.env.ORIGIN ?? settings().origin ?? '';

/** @throws Error that explains how to name it: a link that begins with nothing would lead nowhere */
export const requireOrigin = ({ origin }: { origin: string }): void => {
  if (origin === '') throw new Error('name where the pages live with --origin: the output Origin of the API stack');
};

/** The parts that the command line needs: the same as the functions have, with the caller's own AWS credentials. */
export const adminNeeds = () => {
  const { security: chosen = {} } = settings();
  const origin = originOf();
  const security = SecuritySettings.parse(chosen);
  const table = { client: documentClient(), name: tableEnv().TABLE_NAME };
  return {
    table,
    clock: systemClock,
    random: cryptoRandom,
    ids: ulids,
    security,
    origin,
    adoptions: adoptions(table),
    organizations: organizations(table, security),
    brands: brands(table, security),
    logos: logoReader,
    credentials: credentials(table, security),
    passwordTokens: passwordTokens(table, security),
    addresses: addresses(table, security),
    deletions: deletions(table, security),
    sessions: sessions(table, security),
    signIns: signIns(table, security),
    securityEvents: securityEvents(table, security),
    refusals: refusals(table),
    users: users(table, security),
    twoFactors: twoFactors(table, security),
    limits: limits(table, security),
  };
};
export type AdminNeeds = ReturnType<typeof adminNeeds>;
