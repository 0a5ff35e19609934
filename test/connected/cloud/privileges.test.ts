import { randomUUID } from 'node:crypto';
import { describe, expect, inject, it } from 'vitest';
import { defaultSecurity } from '../../../shared/domain/security-settings.ts';
import { mailedPass, mailTo, tokenOf } from '../../kit/mails.ts';
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
} from '../../kit/product.ts';
import { almostClosed, setSession, weakenHash } from '../../kit/table.ts';

type Permission = { function: string; action: string; on: string; used: boolean };
const { controlUrl } = inject('accounts');
const deviceIn = ({ json }: Answer): string => (json as { device: { token: string } }).device.token;
/** The token of the session that an answer brings. */
const tokenIn = ({ json }: Answer): string => (json as { session: { token: string } }).session.token;
const permissions = async (): Promise<Permission[]> =>
  ((await (await fetch(`${controlUrl}/permissions`)).json()) as { permissions: Permission[] }).permissions;

const isOfRefusedMail = (name: string, on: string): boolean => /^deliver/.test(name) && on === 'EVENT#*';

describe('least privilege, executed (rule 9)', () => {
  it('every permission that is granted is needed by a flow, and every flow gets by with what is granted', {
    timeout: 240_000,
  }, async () => {
    const { admin, user, organizationId } = await newOrganization();
    // As if the password were an old one: it is hashed again.
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
    const second = { email: `second@${organizationId}.example`, name: 'Second', permissions: ['users:manage'] };
    expect((await post('/v1/users', second, boss)).status).toBe(201);
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
    // Asked twice, as a client does that never heard the answer.
    const act = async (method: string, path: string, token: string, body?: unknown): Promise<Answer> => {
      await idle(token);
      const sent = { token, body, headers: { 'idempotency-key': randomUUID() } };
      const [acted, again] = [await call(method, path, sent), await call(method, path, sent)];
      expect(
        [acted.status, again.status].every((status) => status < 300),
        path,
      ).toBe(true);
      return acted;
    };
    // Eleven sessions, so that one must go, at every way of signing in.
    const { id: userId } = (await get('/v1/me', await sessionOf(user))).json as { id: string };
    const owner = await sessionOf(user);
    await idle(owner);
    const begun = await post('/v1/me/two-factor/setup', undefined, owner);
    const { setupId, secret } = begun.json as { setupId: string; secret: string };
    await idle(owner);
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
    await act('POST', `/v1/users/${userId}/bypass-code`, boss, { reason: 'phone at home' });
    const entering = { challengeToken: await challengeOf(user), bypassCode: await mailedPass(user) };
    expect((await twice('/v1/sign-in/bypass-code', undefined, entering)).status).toBe(200);
    const answer = { challengeToken: await challengeOf(user), code: codeOf(secret) };
    // Often enough that the owner hears of it.
    for (let count = 0; count < 3; count += 1)
      expect((await post('/v1/sign-in/totp', { ...answer, code: '000000' })).status).toBe(401);
    const totp = await twice('/v1/sign-in/totp', undefined, answer);
    expect(totp.status).toBe(200);
    const codes = { password: PASSWORD, code: codeOf(secret, 1) };
    await idle(tokenIn(totp));
    const confirmed = await twice('/v1/me/confirm-identity', tokenIn(totp), codes);
    const [recoveryCode] = await shown(tokenIn(confirmed));
    const again = await post('/v1/me/confirm-identity', { password: PASSWORD, recoveryCode }, tokenIn(confirmed));
    await idle(tokenIn(again));
    const regenerated = await twice('/v1/me/two-factor/recovery-codes', tokenIn(again));
    const disable = { token: tokenIn(regenerated), headers: { 'idempotency-key': randomUUID() } };
    await idle(tokenIn(regenerated));
    const disabled = await call('DELETE', '/v1/me/two-factor', disable);
    expect((await call('DELETE', '/v1/me/two-factor', disable)).body).toBe(disabled.body);
    expect((await post('/v1/me/confirm-identity', { password: PASSWORD }, tokenIn(disabled))).status).toBe(200);
    expect((await signIn(user)).status).toBe(200);
    const leaving = await sessionOf(plain);
    await idle(leaving);
    expect((await post('/v1/sign-out', undefined, leaving)).status).toBe(204);
    const deviceToken = deviceIn(await signIn(plain));
    expect((await post('/v1/sign-in', { email: plain, password: PASSWORD, deviceToken })).status).toBe(200);
    // The last wrong password that strangers have.
    await signIn(plain, 'Wrong-Password-12345');
    await almostClosed(plain, defaultSecurity.passwordFailuresInARow - 1);
    expect((await signIn(plain, 'Wrong-Password-12345')).status).toBe(401);
    expect((await signIn(plain)).status).toBe(429);

    // What administrators do to others, and what people do to their own sessions.
    await enroll(await sessionOf(user));
    await act('GET', `/v1/users/${userId}/events`, boss);
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
    const known = deviceIn(await signIn(user));
    const passwords = { currentPassword: PASSWORD, newPassword: `${PASSWORD} again`, deviceToken: known };
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
    // A factor that came after the change which nobody wanted goes with it.
    const notMe = tokenOf(await mailTo(user, 'Your password was changed'));
    await enroll(tokenIn(await signIn(user, passwords.newPassword)));
    expect((await twice('/v1/password/not-me', undefined, { token: notMe })).status).toBe(200);
    await post('/v1/password/forgot', { email: user });
    const link = tokenOf(await mailTo(user, 'Reset your password at Acme Telecom'));
    expect((await post('/v1/password/link', { token: link })).status).toBe(200);
    const set = { token: link, newPassword: `${PASSWORD} once more`, deviceToken: known };
    expect((await twice('/v1/password/set', undefined, set)).status).toBe(200);

    const unused = (await permissions())
      // What watches needs the clock to go on, and a mail that is refused needs SES broken: test/connected/delivery/delivery.test.ts,
      // in a cloud of its own.
      .filter(({ used, function: name, on }) => !used && name !== 'watchChallenges' && !isOfRefusedMail(name, on))
      .map(({ function: name, action, on }) => `${name} ${action} ${on}`);
    expect(unused).toEqual([]);
  });
});
