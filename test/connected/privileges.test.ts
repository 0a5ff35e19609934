import { randomUUID } from 'node:crypto';
import { describe, expect, inject, it } from 'vitest';
import { mailTo, tokenOf } from './mails.ts';
import {
  call,
  challengeOf,
  codeBefore,
  codeOf,
  enroll,
  get,
  newOrganization,
  PASSWORD,
  post,
  remove,
  sessionOf,
  signIn,
} from './product.ts';
import { setSession, weakenHash } from './table.ts';

type Permission = { function: string; action: string; on: string; used: boolean };
const { controlUrl } = inject('accounts');
const permissions = async (): Promise<Permission[]> =>
  ((await (await fetch(`${controlUrl}/permissions`)).json()) as { permissions: Permission[] }).permissions;

describe('least privilege, executed (rule 9)', () => {
  it('every permission that is granted is needed by a flow, and every flow gets by with what is granted', {
    timeout: 120_000,
  }, async () => {
    const { admin, user, organizationId } = await newOrganization();
    // As if the password were an old one: it is hashed anew.
    await weakenHash(admin, PASSWORD);
    const boss = await sessionOf(admin);
    // As if the session had been idle for two minutes: that it is used is noted.
    const idle = (token: string) => setSession(token, 'lastSeenAt', Date.now() - 120_000);

    await idle(boss);
    // Every operation at least once, with what makes it touch all that it may touch.
    const twice = async (path: string, token?: string, body?: unknown) => {
      const sent = { token, body, headers: { 'idempotency-key': randomUUID() } };
      const [first, again] = [await call('POST', path, sent), await call('POST', path, sent)];
      expect(again.body).toBe(first.body);
      return again;
    };
    const made = await twice('/v1/users', boss, { email: `new@${organizationId}.example`, name: 'New' });
    expect(made.status).toBe(201);
    const { user: created } = made.json as { user: { id: string } };
    for (const path of [
      '/v1/me',
      '/v1/me/sign-ins',
      '/v1/users',
      '/v1/users/two-factor-adoption',
      `/v1/users/${created.id}`,
      `/v1/users/${created.id}/sign-ins`,
    ]) {
      await idle(boss);
      expect((await get(path, boss)).status).toBe(200);
    }
    // Eleven sessions, so that one must go, at every way of signing in.
    const token = await sessionOf(user);
    await idle(token);
    const setup = await post('/v1/me/two-factor/setup', undefined, token);
    const { setupId, secret } = setup.json as { setupId: string; secret: string };
    const confirm = { setupId, code: await codeBefore(secret) };
    const enabled = await twice('/v1/me/two-factor/setup/confirm', token, confirm);
    const { recoveryCodes } = enabled.json as { recoveryCodes: string[] };
    await idle(token);
    expect((await get('/v1/me/two-factor/recovery-codes', token)).status).toBe(200);
    const fill = async () => {
      let last = '';
      for (let count = 0; count < 11; count += 1) last = await sessionOf(admin);
      return last;
    };
    expect(await fill()).toMatch(/^sps_/);
    for (let count = 0; count < 10; count += 1) {
      const codes = (await get('/v1/me/two-factor/recovery-codes', token)).json as { recoveryCodes: string[] };
      const answer = { challengeToken: await challengeOf(user), recoveryCode: codes.recoveryCodes[0] };
      expect((await twice('/v1/sign-in/recovery-code', undefined, answer)).status).toBe(200);
    }
    expect(recoveryCodes).toHaveLength(8);
    const answer = { challengeToken: await challengeOf(user), code: codeOf(secret) };
    const totp = await twice('/v1/sign-in/totp', undefined, answer);
    expect(totp.status).toBe(200);
    const { session } = totp.json as { session: { token: string } };
    const confirmed = await post(
      '/v1/me/confirm-identity',
      { password: PASSWORD, code: codeOf(secret, 1) },
      session.token,
    );
    expect(confirmed.status).toBe(200);
    const fresh = (confirmed.json as { session: { token: string } }).session.token;
    const { recoveryCodes: shown } = (await get('/v1/me/two-factor/recovery-codes', fresh)).json as {
      recoveryCodes: string[];
    };
    const again = await post('/v1/me/confirm-identity', { password: PASSWORD, recoveryCode: shown[0] }, fresh);
    const last = (again.json as { session: { token: string } }).session.token;
    expect((await twice('/v1/me/two-factor/recovery-codes', last)).status).toBe(200);
    expect((await remove('/v1/me/two-factor', last)).status).toBe(204);
    expect((await post('/v1/me/confirm-identity', { password: PASSWORD }, last)).status).toBe(200);
    expect((await signIn(user)).status).toBe(200);
    expect((await call('POST', '/v1/sign-out', { token: boss })).status).toBe(401);
    expect((await call('POST', '/v1/sign-out', { token: await sessionOf(admin) })).status).toBe(204);

    // What administrators do to others, and what people do to their own sessions.
    const idleBoss = await sessionOf(admin);
    const other = await sessionOf(user);
    await enroll(other);
    const act = async (method: string, path: string, token: string, body?: unknown): Promise<void> => {
      await idle(token);
      expect((await call(method, path, { token, body })).status, path).toBeLessThan(300);
    };
    const { id: userId } = (await get('/v1/me', other)).json as { id: string };
    await act('GET', `/v1/users/${userId}/events`, idleBoss);
    const passOf = async (): Promise<string> => {
      await idle(idleBoss);
      const body = { reason: 'phone at home' };
      const issued = await call('POST', `/v1/users/${userId}/one-time-pass`, { token: idleBoss, body });
      return (issued.json as { oneTimePass: string }).oneTimePass;
    };
    // Often enough that a session must go.
    for (let count = 0; count < 11; count += 1) {
      const entering = { challengeToken: await challengeOf(user), oneTimePass: await passOf() };
      expect((await twice('/v1/sign-in/one-time-pass', undefined, entering)).status).toBe(200);
    }
    await act('DELETE', `/v1/users/${userId}/two-factor`, idleBoss, { reason: 'lost' });
    await act('PATCH', `/v1/users/${userId}`, idleBoss, { status: 'suspended' });
    await act('PATCH', `/v1/users/${userId}`, idleBoss, { status: 'active' });
    await act('POST', `/v1/users/${userId}/invitation`, idleBoss);
    const [first, mine] = [await sessionOf(user), await sessionOf(user)];
    await act('GET', '/v1/me/events', mine);
    await act('GET', '/v1/me/sessions', mine);
    const { sessions } = (await get('/v1/me/sessions', mine)).json as { sessions: { id: string; current: boolean }[] };
    await act('DELETE', `/v1/me/sessions/${sessions.find(({ current }) => !current)?.id}`, mine);
    await act('DELETE', '/v1/me/sessions', mine);
    const passwords = { currentPassword: PASSWORD, newPassword: `${PASSWORD} again` };
    expect(
      (await call('PUT', '/v1/me/password', { token: mine, body: { ...passwords, newPassword: 'x' } })).status,
    ).toBe(422);
    await act('PUT', '/v1/me/password', mine, passwords);
    expect((await get('/v1/me', first)).status).toBe(401);

    await act('GET', '/v1/users/two-factor-adoption/history', idleBoss);
    await act('GET', '/v1/organization/two-factor-policy', idleBoss);
    await act('PUT', '/v1/organization/two-factor-policy', idleBoss, { mode: 'encouraged' });
    await act('POST', '/v1/users/two-factor-reminders', idleBoss, { userIds: [userId] });

    // What is told by mail, and comes back from there.
    await post('/v1/password/forgot', { email: user });
    await mailTo(user, 'Reset your password at Acme Telecom');
    const notMe = tokenOf(await mailTo(user, 'Your password was changed'));
    expect((await post('/v1/password/not-me', { token: notMe })).status).toBe(200);

    const unused = (await permissions())
      // What watches needs the clock to go on: test/connected/delivery.test.ts, in a cloud of its own.
      .filter(({ used, function: name }) => !used && name !== 'watchChallenges')
      .map(({ function: name, action, on }) => `${name} ${action} ${on}`);
    expect(unused).toEqual([]);
  });
});
