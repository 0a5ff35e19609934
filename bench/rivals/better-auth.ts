import { createInterface } from 'node:readline';
import { generateSync } from 'otplib/functional';
import { type Body, type Client, type Cookies, newClient } from './better-auth-client.ts';
import { ADMINISTRATOR, PASSWORD, PERSON, type Server, startServer } from './better-auth-server.ts';

/*
 * For each line "round" of its input, runs every step once and reports the CPU of this thread and the statements that
 * reached the database.
 */

type Setup = { secret: string; codes: string[] };

const isSession = ({ token, user }: Body): boolean => typeof token === 'string' && (user as Body).email !== undefined;
const areCodes = (codes: unknown): boolean => Array.isArray(codes) && codes.length === 10;
const signInCall = (email: string, expect: (body: Body) => boolean) => ({
  path: '/sign-in/email',
  json: { email, password: PASSWORD },
  expect,
});
const challengeCall = signInCall(PERSON, (body) => body.twoFactorRedirect === true);
const codeOf = ({ secret }: Setup): string => generateSync({ secret });

const measureAccount = ({ timed }: Client, cookies: Cookies) =>
  timed('getAccount', { path: '/get-session', cookies, expect: ({ user }) => (user as Body).email === PERSON });

const beginSetup = async ({ timed }: Client, cookies: Cookies): Promise<Setup> => {
  const { body } = await timed('beginTwoFactorSetup', {
    path: '/two-factor/enable',
    cookies,
    json: { password: PASSWORD },
    expect: ({ totpURI, backupCodes }) => typeof totpURI === 'string' && areCodes(backupCodes),
  });
  const secret = new URL(String(body.totpURI)).searchParams.get('secret') ?? '';
  return { secret, codes: body.backupCodes as string[] };
};

/** Takes the cookies of the new session: the old one is deleted. */
const confirmSetup = async ({ timed }: Client, cookies: Cookies, setup: Setup): Promise<Cookies> => {
  const call = { path: '/two-factor/verify-totp', cookies, json: { code: codeOf(setup) }, expect: isSession };
  return (await timed('confirmTwoFactorSetup', call)).cookies;
};

/** The code that confirmed the setup also signs in, since better-auth accepts a code again while it is valid. */
const measureTotp = async ({ timed }: Client, setup: Setup): Promise<void> => {
  const { cookies } = await timed('signIn, 2FA on', challengeCall);
  const json = { code: codeOf(setup) };
  await timed('signInTotp', { path: '/two-factor/verify-totp', cookies, json, expect: isSession });
};

const measureRecoveryCode = async ({ send, timed }: Client, { codes }: Setup): Promise<void> => {
  const { cookies } = await send(challengeCall);
  const json = { code: codes[0] };
  await timed('signInRecoveryCode', { path: '/two-factor/verify-backup-code', cookies, json, expect: isSession });
};

/** No endpoint shows the codes, only a server-side call, so this includes no routing, session or password. */
const measureShown = async ({ measure }: Client, { auth }: Server, userId: string): Promise<void> => {
  const { backupCodes } = await measure('showRecoveryCodes', () => auth.api.viewBackupCodes({ body: { userId } }));
  if (backupCodes.length !== 9) throw new Error(`viewBackupCodes answered ${backupCodes.length} codes`);
};

const measureRegenerated = ({ timed }: Client, cookies: Cookies) =>
  timed('regenerateRecoveryCodes', {
    path: '/two-factor/generate-backup-codes',
    cookies,
    json: { password: PASSWORD },
    expect: ({ status, backupCodes }) => status === true && areCodes(backupCodes),
  });

/** Takes the cookies of the new session, as after the setup. */
const disable = async ({ timed }: Client, cookies: Cookies): Promise<Cookies> => {
  const json = { password: PASSWORD };
  const call = { path: '/two-factor/disable', cookies, json, expect: ({ status }: Body) => status === true };
  return (await timed('disableTwoFactor', call)).cookies;
};

const measureList = ({ timed }: Client, cookies: Cookies) =>
  timed('listUsers, 100', {
    path: '/admin/list-users?limit=100',
    cookies,
    expect: ({ users, total }) => (users as Body[]).length === 100 && total === 200,
  });

const measureSignOut = ({ timed }: Client, cookies: Cookies) =>
  timed('signOut', { path: '/sign-out', cookies, json: {}, expect: ({ success }) => success === true });

const round = async (server: Server, administrator: Cookies) => {
  const client = newClient(server);
  const signedIn = await client.timed('signIn, 2FA off', signInCall(PERSON, isSession));
  await measureAccount(client, signedIn.cookies);
  const setup = await beginSetup(client, signedIn.cookies);
  const confirmed = await confirmSetup(client, signedIn.cookies, setup);
  await measureTotp(client, setup);
  await measureRecoveryCode(client, setup);
  await measureShown(client, server, String((signedIn.body.user as Body).id));
  await measureRegenerated(client, confirmed);
  const disabled = await disable(client, confirmed);
  await measureList(client, administrator);
  await measureSignOut(client, disabled);
  return client.measured;
};

const print = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);

const server = await startServer();
const administrator = (await newClient(server).send(signInCall(ADMINISTRATOR, isSession))).cookies;
print({ name: 'better-auth', version: '1.7.25', database: 'SQLite in memory (node:sqlite)' });
for await (const line of createInterface({ input: process.stdin })) {
  if (line === 'round') print({ steps: await round(server, administrator) });
}
