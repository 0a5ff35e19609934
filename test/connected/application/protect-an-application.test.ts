import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { freePort } from '../../../local/ports.ts';
import {
  call,
  challengeOf,
  codeOf,
  enroll,
  freshAdmin,
  get,
  newOrganization,
  PASSWORD,
  post,
  sessionOf,
} from '../../kit/product.ts';
import { setSession } from '../../kit/table.ts';

/* The application of the guide, as it is printed there: what it lets through, and when. */

const guide = readFileSync(new URL('../../../docs/guide/protect-an-application.md', import.meta.url), 'utf8');
const folder = mkdtempSync(path.join(tmpdir(), 'sallyport-application-'));
let application: ChildProcess;
let address: string;

beforeAll(async () => {
  for (const [, name = '', code = ''] of guide.matchAll(/```js\n\/\/ ([\w.]+)\n([\s\S]*?)```/g)) {
    writeFileSync(path.join(folder, name), code);
  }
  const port = await freePort();
  address = `http://127.0.0.1:${port}`;
  const env = { ...process.env, SALLYPORT: inject('accounts').url, PORT: String(port) };
  application = spawn(process.execPath, ['server.mjs'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] });
  if (application.stdout) await once(application.stdout, 'data');
});
afterAll(async () => {
  application.kill();
  rmSync(folder, { recursive: true, force: true });
});

const open = async (route: string, token?: string): Promise<string> => {
  const answer = await fetch(address + route, {
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  });
  const text = await answer.text();
  return `${answer.status} ${answer.ok ? text : (JSON.parse(text) as { code: string }).code}`;
};
type Facts = { session: { twoFactorVerified: boolean; idleAt: string }; user: object; cacheSeconds: number };
const facts = async (token: string, query = ''): Promise<Facts> =>
  (await get(`/v1/session${query}`, token)).json as Facts;

describe('an application that asks about the session', () => {
  it('lets nobody through without one, and everyone with one, to what needs no more', async () => {
    const { user } = await newOrganization();
    expect(await open('/notes')).toBe('401 session_required');
    expect(await open('/notes', 'sps_nonsense')).toBe('401 session_required');
    expect(await open('/notes', await sessionOf(user))).toBe(`200 your notes, ${user}`);
  });

  it('asks for a second factor of this session: one on another device does not count', async () => {
    const { user } = await newOrganization();
    const passwordOnly = await sessionOf(user);
    expect(await open('/payroll', passwordOnly)).toBe('403 two_factor_required');
    const { token, secret } = await enroll(await sessionOf(user));
    const answered = await post('/v1/sign-in/totp', { challengeToken: await challengeOf(user), code: codeOf(secret) });
    const elsewhere = (answered.json as { session: { token: string } }).session.token;
    expect(await open('/payroll', elsewhere)).toBe(`200 the payroll, ${user}`);
    expect(await open('/payroll', token)).toBe(`200 the payroll, ${user}`);
    // Where no factor is on, the account's last sign-in on any device says nothing about this session.
    expect(await open('/payroll', passwordOnly)).toBe('401 session_required');
    expect((await facts(elsewhere)).session.twoFactorVerified).toBe(true);
  });

  it('asks for a confirmation that is fresh, and takes the token that comes of it', async () => {
    const { user } = await newOrganization();
    const { token, secret } = await enroll(await sessionOf(user));
    expect(await open('/payout', token)).toBe(`200 paid, ${user}`);
    await setSession(token, 'identityConfirmedAt', Date.now() - 16 * 60_000);
    expect(await open('/payout', token)).toBe('403 identity_confirmation_required');
    const body = { password: PASSWORD, code: codeOf(secret) };
    const confirmed = await call('POST', '/v1/me/confirm-identity', { token, body });
    const { session } = confirmed.json as { session: { token: string } };
    expect(await open('/payout', session.token)).toBe(`200 paid, ${user}`);
    expect(await open('/payout', token)).toBe('401 session_required');
  });

  it('stops whom the organization’s policy stops, unlike the account itself', async () => {
    const { admin, user } = await newOrganization();
    const boss = await freshAdmin(admin);
    const required = { mode: 'required', requiredFrom: new Date(Date.now() - 1_000).toISOString() };
    const set = await call('PUT', '/v1/organization/two-factor-policy', { token: boss, body: required });
    expect(set.status, set.body).toBe(200);
    const token = await sessionOf(user);
    expect((await get('/v1/me', token)).status).toBe(200);
    expect(await open('/notes', token)).toBe('403 two_factor_required');
    expect((await enroll(token)).recoveryCodes).toHaveLength(8);
  });

  it('is refused at the next question after the session has ended', async () => {
    const { user } = await newOrganization();
    const token = await sessionOf(user);
    expect(await open('/notes', token)).toContain('200');
    expect((await post('/v1/sign-out', undefined, token)).status).toBe(204);
    expect(await open('/notes', token)).toBe('401 session_required');
  });

  it('counts as use only if it says so', async () => {
    const { user } = await newOrganization();
    const token = await sessionOf(user);
    await setSession(token, 'lastSeenAt', Date.now() - 30 * 60_000);
    const idleAt = async (query: string) => Date.parse((await facts(token, query)).session.idleAt);
    const before = await idleAt('');
    expect(await idleAt('?touch=false')).toBe(before);
    await facts(token, '?touch=true');
    expect(await idleAt('')).toBeGreaterThan(before + 29 * 60_000);
    expect((await get('/v1/session?touch=maybe', token)).status).toBe(400);
  });

  it('says that nothing is known, and goes on, if it gets no answer or one of somebody else', async () => {
    const other = createServer((_, response) => response.end('<!doctype html>'));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port: otherPort } = other.address() as AddressInfo;
    for (const asked of [await freePort(), otherPort]) {
      const port = await freePort();
      const env = { ...process.env, SALLYPORT: `http://127.0.0.1:${asked}`, PORT: String(port) };
      const alone = spawn(process.execPath, ['server.mjs'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] });
      if (alone.stdout) await once(alone.stdout, 'data');
      for (let again = 0; again < 2; again += 1) {
        const answer = await fetch(`http://127.0.0.1:${port}/notes`, { headers: { authorization: 'Bearer sps_1' } });
        expect(answer.status).toBe(503);
      }
      alone.kill();
    }
    other.close();
    other.closeAllConnections();
  });
});
