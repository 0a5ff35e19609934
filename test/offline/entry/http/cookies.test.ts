import { beforeEach, describe, expect, it } from 'vitest';
import { getAccount as accountOperation } from '../../../../shared/contract/operations/account.ts';
import {
  signIn as signInOperation,
  signOut as signOutOperation,
  signInTotp as totpOperation,
} from '../../../../shared/contract/operations/sign-in.ts';
import { SECOND } from '../../../../shared/domain/instant.ts';
import type { HttpEvent, HttpResponse } from '../../../../shared/entry/http/event.ts';
import { publicEndpoint } from '../../../../shared/entry/http/public-endpoint.ts';
import { sessionEndpoint } from '../../../../shared/entry/http/session-endpoint.ts';
import { getAccount } from '../../../../shared/use-cases/account/get-account.ts';
import { signIn } from '../../../../shared/use-cases/sign-in/sign-in.ts';
import { signInTotp } from '../../../../shared/use-cases/sign-in/sign-in-totp.ts';
import { signOut } from '../../../../shared/use-cases/sign-in/sign-out.ts';
import { newWorld, PASSWORD, type World } from '../../../world.ts';

let world: World;
const email = 'uma@acme.example';
const OURS = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
beforeEach(async () => {
  world = newWorld();
  await world.register(email);
});
const needs = () => ({ ...world.needs, log: () => undefined });
const handlers = () => ({
  signIn: publicEndpoint(signInOperation, needs(), signIn),
  totp: publicEndpoint(totpOperation, needs(), signInTotp),
  account: sessionEndpoint(accountOperation, needs(), getAccount),
  signOut: sessionEndpoint(signOutOperation, needs(), signOut),
});
type Sent = { body?: object; headers?: Record<string, string>; cookies?: string[]; method?: string };
const send = async (
  name: keyof ReturnType<typeof handlers>,
  { body, headers = OURS, cookies, method = 'POST' }: Sent = {},
) => {
  const event: HttpEvent = {
    headers,
    ...(cookies && { cookies }),
    ...(body && { body: JSON.stringify(body) }),
    isBase64Encoded: false,
    requestContext: { requestId: 'r', http: { method, path: '/', sourceIp: '192.0.2.1' } },
  };
  const handler = handlers()[name] as unknown as (event: HttpEvent, context: object) => Promise<HttpResponse>;
  const { body: text, ...answer } = await handler(event, {});
  return { ...answer, json: text ? JSON.parse(text) : undefined };
};
/** `name=value` of the cookies that an answer sets, as a browser would send them. */
const jar = ({ cookies = [] }: { cookies?: string[] }) =>
  cookies.map((cookie) => cookie.split('; ')[0] ?? '').filter((cookie) => !cookie.endsWith('='));
const byCookie = { email, password: PASSWORD, transport: 'cookie' };

describe('the cookie transport', () => {
  it('sets a session that only this host gets and scripts cannot read, and no token in the body', async () => {
    const { statusCode, cookies = [], json } = await send('signIn', { body: byCookie });
    expect(statusCode).toBe(200);
    const session = cookies.find((cookie) => cookie.startsWith('__Host-session='));
    expect(session).toMatch(/^__Host-session=sps_\S+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=86400; Secure$/);
    expect(JSON.stringify(json)).not.toMatch(/sps_|spd_/);
    expect(json.session).toEqual({ expiresAt: expect.any(String), method: 'password' });
  });

  it('carries the session, along with whatever other cookies there are', async () => {
    const [session = ''] = jar(await send('signIn', { body: byCookie }));
    const { statusCode, json } = await send('account', {
      cookies: ['theme=dark', session],
      method: 'GET',
      headers: {},
    });
    expect([statusCode, json.email]).toEqual([200, email]);
  });

  it('carries the challenge: the second step needs only the code, and clears it', async () => {
    const { secret } = await world.enroll(await world.signInWithPassword(email));
    world.advance(30 * SECOND);
    const asked = await send('signIn', { body: byCookie });
    expect(asked.json).toMatchObject({ status: 'two_factor_required' });
    expect(JSON.stringify(asked.json)).not.toContain('spc_');
    expect(asked.cookies?.[0]).toMatch(
      /^__Host-challenge=spc_\S+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=300; Secure$/,
    );
    const answered = await send('totp', { body: { code: world.codeOf(secret) }, cookies: jar(asked) });
    expect(answered.json).toMatchObject({ status: 'signed_in' });
    expect(answered.cookies).toContainEqual(expect.stringMatching(/^__Host-session=sps_/));
    expect(answered.cookies).toContainEqual(expect.stringMatching(/^__Host-challenge=; .*Max-Age=0/));
  });

  it('of a challenge opens nothing else (rule 3)', async () => {
    await world.enroll(await world.signInWithPassword(email));
    const [challenge = ''] = jar(await send('signIn', { body: byCookie }));
    const asSession = challenge.replace('__Host-challenge', '__Host-session');
    for (const cookie of [challenge, asSession]) {
      expect((await send('account', { cookies: [cookie], method: 'GET' })).statusCode).toBe(401);
    }
  });

  it('knows the device at the next sign-in, and gives it no second token', async () => {
    const first = await send('signIn', { body: byCookie });
    const device = jar(first).find((cookie) => cookie.startsWith('__Host-device='));
    const second = await send('signIn', { body: byCookie, cookies: [device ?? ''] });
    expect(jar(second).map((cookie) => cookie.split('=')[0])).toEqual(['__Host-session']);
  });

  it('lets the owner in from a known device while a stranger hammers the account', async () => {
    const device = jar(await send('signIn', { body: byCookie })).find((cookie) => cookie.startsWith('__Host-device='));
    for (let count = 0; count < 8; count += 1) await send('signIn', { body: { ...byCookie, password: 'wrong' } });
    const stranger = await send('signIn', { body: byCookie });
    expect([stranger.statusCode, stranger.headers['retry-after']]).toEqual([429, '30']);
    expect((await send('signIn', { body: byCookie, cookies: [device ?? ''] })).statusCode).toBe(200);
  });

  it('no longer knows a device once the password has changed, nor for guesses at a factor it never passed', async () => {
    const cookies = jar(await send('signIn', { body: byCookie })).filter((cookie) =>
      cookie.startsWith('__Host-device='),
    );
    await world.enroll(await world.signInWithPassword(email));
    await send('signIn', { body: byCookie, cookies });
    const [{ twoFactor } = { twoFactor: undefined }] = [...world.state.twoFactors.values()].map((found) => ({
      twoFactor: found,
    }));
    expect(Object.values(twoFactor?.challenges ?? {}).map(({ fromKnownDevice }) => fromKnownDevice)).toEqual([false]);

    for (const stored of [...world.state.users.values(), ...world.state.credentials.values()])
      stored.passwordVersion += 1;
    for (let count = 0; count < 8; count += 1) await send('signIn', { body: { ...byCookie, password: 'wrong' } });
    expect((await send('signIn', { body: byCookie, cookies })).statusCode).toBe(429);
  });

  it('is cleared by signing out', async () => {
    const [session = ''] = jar(await send('signIn', { body: byCookie }));
    const { statusCode, cookies } = await send('signOut', { cookies: [session] });
    expect(statusCode).toBe(204);
    expect(cookies?.[0]).toMatch(/^__Host-session=; .*Max-Age=0/);
    expect((await send('account', { cookies: [session], method: 'GET' })).statusCode).toBe(401);
  });

  it('together with a bearer token is 400, since it is unclear which one is meant', async () => {
    const [session = ''] = jar(await send('signIn', { body: byCookie }));
    const headers = { authorization: `Bearer ${await world.signInWithPassword(email)}` };
    expect((await send('account', { cookies: [session], headers, method: 'GET' })).statusCode).toBe(400);
  });
});

describe('cross-site requests', () => {
  const json = { 'content-type': 'application/json' };
  it.each([
    ['same-origin', { ...json, 'sec-fetch-site': 'same-origin' }, 204],
    ['started by the browser itself', { ...json, 'sec-fetch-site': 'none' }, 403],
    ['our origin, from a browser without fetch metadata', { ...json, origin: 'https://auth.example.com' }, 204],
    ['cross-site', { ...json, 'sec-fetch-site': 'cross-site' }, 403],
    ['same-site, which is another host', { ...json, 'sec-fetch-site': 'same-site' }, 403],
    [
      'cross-site that names our origin',
      { ...json, 'sec-fetch-site': 'cross-site', origin: 'https://auth.example.com' },
      403,
    ],
    ['another origin', { ...json, origin: 'https://evil.example' }, 403],
    ['no origin at all', json, 403],
    ['the null origin', { ...json, origin: 'null' }, 403],
  ])('with a cookie, %s', async (_, headers, status) => {
    const [session = ''] = jar(await send('signIn', { body: byCookie }));
    const { statusCode, json: problem } = await send('signOut', {
      cookies: [session],
      headers: headers as Record<string, string>,
    });
    expect(statusCode).toBe(status);
    if (status === 403) expect(problem.code).toBe('origin_rejected');
  });

  it('cannot sign someone in, or answer a challenge, with a cookie', async () => {
    const headers = { ...json, 'sec-fetch-site': 'cross-site' };
    expect((await send('signIn', { body: byCookie, headers })).statusCode).toBe(403);
    await world.enroll(await world.signInWithPassword(email));
    const cookies = jar(await send('signIn', { body: byCookie }));
    expect((await send('totp', { body: { code: '123456' }, cookies, headers })).statusCode).toBe(403);
  });

  it('with a bearer token are no danger', async () => {
    const headers = {
      'sec-fetch-site': 'cross-site',
      authorization: `Bearer ${await world.signInWithPassword(email)}`,
    };
    expect((await send('account', { headers, method: 'GET' })).statusCode).toBe(200);
    expect((await send('signOut', { headers })).statusCode).toBe(204);
  });
});

describe('on a plain http origin', () => {
  it('the cookies have neither prefix nor Secure, which not every browser accepts there', async () => {
    world.needs.origin = 'http://localhost:3000';
    const { cookies } = await send('signIn', { body: byCookie });
    expect(cookies?.[0]).toMatch(/^session=sps_\S+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=86400$/);
  });
});
