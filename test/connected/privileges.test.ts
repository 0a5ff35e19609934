import { randomUUID } from 'node:crypto';
import { describe, expect, inject, it } from 'vitest';
import { mailedPass, mailTo, tokenOf } from './mails.ts';
import {
  type Answer,
  call,
  challengeOf,
  codeBefore,
  codeOf,
  enroll,
  freshAdmin,
  get,
  newOrganization,
  newUser,
  PASSWORD,
  post,
  sessionOf,
  signIn,
} from './product.ts';
import { setSession, weakenHash } from './table.ts';

type Permission = { function: string; action: string; on: string; used: boolean };
const { controlUrl } = inject('accounts');
/** The token of the session that an answer brings. */
const tokenIn = ({ json }: Answer): string => (json as { session: { token: string } }).session.token;
const permissions = async (): Promise<Permission[]> =>
  ((await (await fetch(`${controlUrl}/permissions`)).json()) as { permissions: Permission[] }).permissions;

describe('least privilege, executed (rule 9)', () => {
  it('every permission that is granted is needed by a flow, and every flow gets by with what is granted', {
    timeout: 120_000,
  }, async () => {
    const { admin, user, organizationId } = await newOrganization();
    // As if the password were an old one: it is hashed anew.
    await weakenHash(admin, PASSWORD);
    const boss = await freshAdmin(admin);
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
    const setup = await post('/v1/me/two-factor/setup', undefined, await sessionOf(user));
    expect(setup.status).toBe(201);
    const owner = await sessionOf(user);
    await idle(owner);
    const begun = await post('/v1/me/two-factor/setup', undefined, owner);
    const { setupId, secret } = begun.json as { setupId: string; secret: string };
    const confirm = { setupId, code: await codeBefore(secret) };
    const enabled = await twice('/v1/me/two-factor/setup/confirm', owner, confirm);
    expect((enabled.json as { recoveryCodes: string[] }).recoveryCodes).toHaveLength(8);
    const token = tokenIn(enabled);
    await idle(token);
    const shown = async (token: string): Promise<string[]> => {
      const answer = await post('/v1/me/two-factor/recovery-codes/show', undefined, token);
      expect(answer.status).toBe(200);
      return (answer.json as { recoveryCodes: string[] }).recoveryCodes;
    };
    const plain = await newUser(organizationId, 'plain');
    for (let count = 0; count < 11; count += 1) expect(await sessionOf(plain)).toMatch(/^sps_/);
    for (let count = 0; count < 10; count += 1) {
      const [recoveryCode] = await shown(token);
      const answer = { challengeToken: await challengeOf(user), recoveryCode };
      expect((await twice('/v1/sign-in/recovery-code', undefined, answer)).status).toBe(200);
    }
    const answer = { challengeToken: await challengeOf(user), code: codeOf(secret) };
    const totp = await twice('/v1/sign-in/totp', undefined, answer);
    expect(totp.status).toBe(200);
    const codes = { password: PASSWORD, code: codeOf(secret, 1) };
    const confirmed = await twice('/v1/me/confirm-identity', tokenIn(totp), codes);
    const [recoveryCode] = await shown(tokenIn(confirmed));
    const again = await post('/v1/me/confirm-identity', { password: PASSWORD, recoveryCode }, tokenIn(confirmed));
    const regenerated = await twice('/v1/me/two-factor/recovery-codes', tokenIn(again));
    const disable = { token: tokenIn(regenerated), headers: { 'idempotency-key': randomUUID() } };
    const disabled = await call('DELETE', '/v1/me/two-factor', disable);
    expect((await call('DELETE', '/v1/me/two-factor', disable)).body).toBe(disabled.body);
    expect((await post('/v1/me/confirm-identity', { password: PASSWORD }, tokenIn(disabled))).status).toBe(200);
    expect((await signIn(user)).status).toBe(200);
    expect((await call('POST', '/v1/sign-out', { token: await sessionOf(plain) })).status).toBe(204);

    // What administrators do to others, and what people do to their own sessions.
    const { id: userId } = (await get('/v1/me', await sessionOf(user))).json as { id: string };
    await enroll(await sessionOf(user));
    const act = async (method: string, path: string, token: string, body?: unknown): Promise<Answer> => {
      await idle(token);
      const sent = { token, body, headers: { 'idempotency-key': randomUUID() } };
      const acted = await call(method, path, sent);
      expect(acted.status, path).toBeLessThan(300);
      return acted;
    };
    await act('GET', `/v1/users/${userId}/events`, boss);
    await act('POST', `/v1/users/${userId}/one-time-pass`, boss, { reason: 'phone at home' });
    const oneTimePass = await mailedPass(user);
    const entering = { challengeToken: await challengeOf(user), oneTimePass };
    expect((await twice('/v1/sign-in/one-time-pass', undefined, entering)).status).toBe(200);
    await act('POST', `/v1/users/${userId}/lift-waits`, boss, { reason: 'called' });
    await act('DELETE', `/v1/users/${userId}/two-factor`, boss, { reason: 'lost' });
    await act('PATCH', `/v1/users/${userId}`, boss, { status: 'suspended' });
    await act('PATCH', `/v1/users/${userId}`, boss, { status: 'active' });
    await act('PATCH', `/v1/users/${userId}`, boss, { permissions: ['users:manage'] });
    await act('PATCH', `/v1/users/${userId}`, boss, { permissions: [], name: 'Una' });
    await act('POST', `/v1/users/${created.id}/invitation`, boss);
    await act('POST', `/v1/users/${userId}/invitation`, boss);
    const [first, mine] = [await sessionOf(user), await sessionOf(user)];
    await act('GET', '/v1/me/events', mine);
    const { sessions } = (await act('GET', '/v1/me/sessions', mine)).json as {
      sessions: { id: string; current: boolean }[];
    };
    await act('DELETE', `/v1/me/sessions/${sessions.find(({ current }) => !current)?.id}`, mine);
    const alone = tokenIn(await act('DELETE', '/v1/me/sessions', mine));
    const passwords = { currentPassword: PASSWORD, newPassword: `${PASSWORD} again` };
    expect(
      (await call('PUT', '/v1/me/password', { token: alone, body: { ...passwords, newPassword: 'x' } })).status,
    ).toBe(422);
    await act('PUT', '/v1/me/password', alone, passwords);
    expect((await get('/v1/me', first)).status).toBe(401);

    await act('GET', '/v1/users/two-factor-adoption/history', boss);
    await act('GET', '/v1/organization/two-factor-policy', boss);
    await act('PUT', '/v1/organization/two-factor-policy', boss, { mode: 'encouraged' });
    await act('POST', '/v1/users/two-factor-reminders', boss, { userIds: [userId] });

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
