import { beforeEach, describe, expect, it } from 'vitest';
import { getAccount as accountOperation } from '../../../../shared/contract/operations/account.ts';
import { endSession as endSessionOperation } from '../../../../shared/contract/operations/sessions.ts';
import {
  signIn as signInOperation,
  signOut as signOutOperation,
} from '../../../../shared/contract/operations/sign-in.ts';
import { readToken } from '../../../../shared/domain/sessions/tokens.ts';
import { publicEndpoint } from '../../../../shared/entry/http/public-endpoint.ts';
import { sessionEndpoint } from '../../../../shared/entry/http/session-endpoint.ts';
import { endSession } from '../../../../shared/use-cases/account/end-session.ts';
import { getAccount } from '../../../../shared/use-cases/account/get-account.ts';
import { signIn } from '../../../../shared/use-cases/sign-in/sign-in.ts';
import { signOut } from '../../../../shared/use-cases/sign-in/sign-out.ts';
import { newWorld, PASSWORD, type World } from '../../../world.ts';
import { jar, type Sent, send } from './send.ts';

let world: World;
let cookies: string[];
let token: string;
const email = 'uma@acme.example';
const OURS = { 'sec-fetch-site': 'same-origin' };
const needs = () => ({ ...world.needs, log: () => undefined });
const account = (sent: Sent) =>
  send(sessionEndpoint(accountOperation, needs(), getAccount), { method: 'GET', ...sent });
const enter = (sent: Sent) => send(publicEndpoint(signInOperation, needs(), signIn), { headers: OURS, ...sent });
const leave = (sent: Sent) => send(sessionEndpoint(signOutOperation, needs(), signOut), sent);
const byCookie = { email, password: PASSWORD, transport: 'cookie' };
const deviceOf = (sent: string[]) => sent.filter((cookie) => cookie.startsWith('__Host-device='));
const sessionOf = (sent: string[]) => sent.filter((cookie) => cookie.startsWith('__Host-session='));

beforeEach(async () => {
  world = newWorld();
  await world.register(email);
  cookies = jar(await enter({ body: byCookie }));
  token = await world.signInWithPassword(email);
});

describe('an Authorization header', () => {
  const foreign = ['Basic c3RhZ2luZzpzZWNyZXQ=', 'Digest username="x"', 'Negotiate YII', 'AWS4-HMAC-SHA256 x', '', ' '];

  it.each(foreign)('of another scheme is not ours: %j with a session cookie', async (authorization) => {
    expect((await account({ cookies, headers: { ...OURS, authorization } })).statusCode).toBe(200);
  });

  it.each(foreign)('of another scheme is no session: %j alone', async (authorization) => {
    const { statusCode, json } = await account({ headers: { authorization } });
    expect([statusCode, json.code]).toEqual([401, 'session_required']);
  });

  it.each(['Bearer', 'bearer', 'Bearer nonsense'])('%j with a session cookie is 400', async (scheme) => {
    const headers = { ...OURS, authorization: `${scheme} ${token}` };
    const { statusCode, json } = await account({ cookies, headers });
    expect([statusCode, json.errors[0].detail]).toEqual([400, expect.stringContaining('not both')]);
  });

  it('of the scheme Bearer needs no capitals', async () => {
    expect((await account({ headers: { authorization: `bearer  ${token}` } })).statusCode).toBe(200);
  });
});

describe('a cookie', () => {
  it('by our name without any of our tokens belongs to another program on this host', async () => {
    const others = ['__Host-session=eyJfZnJlc2giOmZhbHNlfQ', '__Host-session=', `__Host-session=${token}x`];
    for (const cookie of others) {
      const answer = await account({ cookies: [cookie], headers: { authorization: `Bearer ${token}` } });
      expect(answer.statusCode).toBe(200);
    }
  });

  it('of a device says nothing about a sign-in that sends its tokens in JSON', async () => {
    for (let count = 0; count < 8; count += 1) await enter({ body: { ...byCookie, password: 'wrong' } });
    const device = deviceOf(cookies);
    const headers = { 'sec-fetch-site': 'cross-site' };
    expect((await enter({ body: { email, password: PASSWORD }, cookies: device, headers })).statusCode).toBe(429);
    expect((await enter({ body: byCookie, cookies: device })).statusCode).toBe(200);
  });

  it('of a session does not decide how the tokens of a new sign-in travel', async () => {
    const sent = { cookies: sessionOf(cookies), headers: { 'sec-fetch-site': 'cross-site' } };
    const { statusCode, json, cookies: set } = await enter({ body: { email, password: PASSWORD }, ...sent });
    expect([statusCode, json.session.token, set]).toEqual([200, expect.stringMatching(/^sps_/), undefined]);
  });

  it('of a session that a new sign-in overwrites ends with it, and any other session goes on', async () => {
    await enter({ body: { email, password: PASSWORD }, cookies: sessionOf(cookies) });
    expect((await account({ cookies, headers: OURS })).statusCode).toBe(200);
    const next = jar(await enter({ body: byCookie, cookies }));
    expect((await account({ cookies, headers: OURS })).statusCode).toBe(401);
    expect((await account({ cookies: next, headers: OURS })).statusCode).toBe(200);
    expect((await account({ headers: { authorization: `Bearer ${token}` } })).statusCode).toBe(200);
  });
});

describe('a request from another site, by cookie', () => {
  const elsewhere: [string, Record<string, string>][] = [
    ['cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['another host of the domain', { 'sec-fetch-site': 'same-site' }],
    ['a value that no browser sends', { 'sec-fetch-site': '' }],
    ['an old browser’s, naming another origin', { origin: 'https://evil.example' }],
  ];

  it.each(elsewhere)('is refused whatever its method: %s', async (_, headers) => {
    for (const method of ['GET', 'HEAD', 'POST']) {
      expect([method, (await account({ cookies, headers, method })).statusCode]).toEqual([method, 403]);
    }
    expect((await leave({ cookies, headers })).statusCode).toBe(403);
    expect((await account({ cookies, headers: OURS })).statusCode).toBe(200);
  });

  it('does not even count as use of the session', async () => {
    world.advance(5 * 60_000);
    const before = [...world.state.sessions.values()].map(({ lastSeenAt }) => lastSeenAt);
    await account({ cookies, headers: { 'sec-fetch-site': 'cross-site' } });
    expect([...world.state.sessions.values()].map(({ lastSeenAt }) => lastSeenAt)).toEqual(before);
    await account({ cookies, headers: OURS });
    expect([...world.state.sessions.values()].map(({ lastSeenAt }) => lastSeenAt)).not.toEqual(before);
  });

  it('is not an answer that a person opens directly, or that an old browser’s page reads', async () => {
    expect((await account({ cookies, headers: { 'sec-fetch-site': 'none' } })).statusCode).toBe(200);
    expect((await account({ cookies, headers: {} })).statusCode).toBe(200);
    expect((await account({ cookies, headers: { origin: world.needs.origin } })).statusCode).toBe(200);
    expect((await leave({ cookies, headers: { 'sec-fetch-site': 'none' } })).statusCode).toBe(403);
  });
});

describe('signing out', () => {
  it('empties the browser’s caches, and leaves the device known', async () => {
    const { headers, cookies: cleared } = await leave({ cookies, headers: OURS });
    expect(headers['clear-site-data']).toBe('"cache", "storage"');
    expect(cleared).toEqual([expect.stringMatching(/^__Host-session=; .*Max-Age=0/)]);
  });

  it('includes ending the session that the request came with, and no other', async () => {
    const handler = sessionEndpoint(endSessionOperation, needs(), endSession);
    const end = (sessionId = '') => send(handler, { method: 'DELETE', params: { sessionId }, cookies, headers: OURS });
    const other = await end(readToken('session', token)?.hash);
    expect([other.statusCode, other.headers['clear-site-data'], other.cookies]).toEqual([204, undefined, undefined]);
    const own = await end(readToken('session', sessionOf(cookies)[0]?.split('=')[1] ?? '')?.hash);
    expect([own.statusCode, own.headers['clear-site-data']]).toEqual([204, '"cache", "storage"']);
    expect(own.cookies).toEqual([expect.stringMatching(/^__Host-session=; .*Max-Age=0/)]);
  });

  it('with a bearer token has nothing to clear', async () => {
    const { statusCode, headers } = await leave({ headers: { authorization: `Bearer ${token}` } });
    expect([statusCode, headers['clear-site-data']]).toEqual([204, undefined]);
  });
});
