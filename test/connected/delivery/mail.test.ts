import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { eventsOf, linkOf, mailsTo, mailTo, tokenOf } from '../../kit/mails.ts';
import {
  type Answer,
  anySource,
  call,
  challengeOf,
  codeOf,
  enroll,
  freshAdmin,
  get,
  newOrganization,
  PASSWORD,
  post,
  remove,
  sessionOf,
  signIn,
} from '../../kit/product.ts';

/*
 * What people and machines are notified of: read from the mail server and from the bus, after the stream has delivered
 * it.
 */

describe('an invitation', () => {
  it('comes by mail in the organization’s name, with a link that sets the password', async () => {
    const { admin, organizationId } = await newOrganization('Globex & Söhne');
    const email = `new@${organizationId}.example`;
    await post('/v1/users', { email, name: 'Nora <b>New' }, await sessionOf(admin));
    const mail = await mailTo(email, 'Your account at Globex & Söhne');
    const [, name = '', address] = /^=\?UTF-8\?B\?([^?]+)\?= <(.+)>$/.exec(mail.from) ?? [];
    expect([Buffer.from(name, 'base64').toString(), address]).toEqual(['Globex & Söhne', 'no-reply@sallyport.example']);
    expect(mail.text).toMatch(/^Hi,\n/);
    expect(`${mail.text}${mail.html}`).not.toContain('Nora');
    expect(mail.html).toContain('Globex &#38; Söhne');
    expect(linkOf(mail).pathname).toBe('/set-password');
    const set = { token: tokenOf(mail), newPassword: PASSWORD };
    expect((await post('/v1/password/set', set)).status).toBe(200);
    expect((await signIn(email)).status).toBe(200);
    expect((await post('/v1/password/set', set)).status).toBe(401);
  });
});

describe('a forgotten password', () => {
  const forgot = (email: string) => post('/v1/password/forgot', { email });

  it('gets the same answer for every address, and a mail for one that has an account', async () => {
    const { user, organizationId } = await newOrganization();
    const unknown = `nobody@${organizationId}.example`;
    const [known, none] = [await forgot(user), await forgot(unknown)];
    expect([known.status, known.body]).toEqual([202, '']);
    expect([none.status, none.body]).toEqual([202, '']);
    const mail = await mailTo(user, 'Reset your password at Acme Telecom');
    expect(await mailsTo(unknown)).toEqual([]);
    const newPassword = 'another horse battery staple';
    const before = await sessionOf(user);
    expect((await post('/v1/password/set', { token: tokenOf(mail), newPassword })).status).toBe(200);
    expect((await get('/v1/me', before)).status).toBe(401);
    expect((await signIn(user, newPassword)).status).toBe(200);
    await mailTo(user, 'Your password was set');
  });

  it('leaves the second factor on, and creates no session', async () => {
    const { user } = await newOrganization();
    await enroll(await sessionOf(user));
    await forgot(user);
    const mail = await mailTo(user, 'Reset your password at Acme Telecom');
    const newPassword = 'another horse battery staple';
    const answer = await post('/v1/password/set', { token: tokenOf(mail), newPassword });
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([200, []]);
    expect(answer.json).not.toHaveProperty('session');
    expect((await signIn(user, newPassword)).json).toMatchObject({ status: 'two_factor_required' });
  });

  it('gets a 202 however often it is requested, known address or not, and sends one mail', {
    timeout: 60_000,
  }, async () => {
    const { user, organizationId } = await newOrganization();
    const ask = async (email: string): Promise<number[]> => {
      const statuses: number[] = [];
      for (let count = 0; count < 23; count += 1) statuses.push((await forgot(email)).status);
      return statuses;
    };
    const answers = await Promise.all([ask(user), ask(`nobody@${organizationId}.example`)]);
    expect(answers).toEqual([Array(23).fill(202), Array(23).fill(202)]);
    const isReset = ({ subject }: { subject: string }) => subject.startsWith('Reset your password');
    await mailTo(user, 'Reset your password at Acme Telecom');
    // Any other mail would have arrived by then.
    await setTimeout(2_000);
    const [mail, ...others] = await mailsTo(user).then((mails) => mails.filter(isReset));
    expect(others).toEqual([]);
    // No matter who requested it, the link already sent works.
    const set = { token: mail ? tokenOf(mail) : '', newPassword: 'another horse battery staple' };
    expect((await post('/v1/password/set', set)).status).toBe(200);
  });
});

const nextToken = ({ status, json }: Answer): string => {
  expect(status).toBe(200);
  return (json as { session: { token: string } }).session.token;
};

describe('the owner is notified of', () => {
  it('everything that changes how the account is protected, and all of it is on the bus', {
    timeout: 60_000,
  }, async () => {
    const { admin, user } = await newOrganization();
    const boss = await freshAdmin(admin);
    const before = await sessionOf(user);
    const { id: userId } = (await get('/v1/me', before)).json as { id: string };
    const { secret, recoveryCodes, token } = await enroll(before);
    expect((await post('/v1/me/two-factor/recovery-codes/show', undefined, token)).status).toBe(200);
    const redeem = { challengeToken: await challengeOf(user), recoveryCode: recoveryCodes[0] };
    expect((await post('/v1/sign-in/recovery-code', redeem)).status).toBe(200);
    const totp = { challengeToken: await challengeOf(user), code: codeOf(secret) };
    const entered = await post('/v1/sign-in/totp', totp);
    const regenerated = await post('/v1/me/two-factor/recovery-codes', undefined, nextToken(entered));
    const disabled = await remove('/v1/me/two-factor', nextToken(regenerated));
    await enroll(nextToken(disabled));
    const reset = { token: boss, body: { reason: 'phone lost' } };
    expect((await call('DELETE', `/v1/users/${userId}/two-factor`, reset)).status).toBe(204);

    const used = await mailTo(user, 'A recovery code was used');
    expect(used.text).toContain('So far, 1 code of this set has been used and replaced.');
    await mailTo(user, 'Your two-factor authentication was reset');
    const subjects = (await mailsTo(user)).map(({ subject }) => subject);
    for (const subject of [
      'Two-factor authentication is on',
      'Your recovery codes were shown',
      'A sign-in from a new device',
      'You have new recovery codes',
      'Two-factor authentication is off',
    ]) {
      expect(subjects).toContain(subject);
    }
    const told = await eventsOf(userId);
    expect(told).toEqual(
      expect.arrayContaining(['user_created', 'password_set', 'two_factor_enabled', 'new_device_signed_in']),
    );
    // In the order in which it happened.
    expect(told.indexOf('two_factor_enabled')).toBeLessThan(told.indexOf('two_factor_reset'));
  });

  it('neither the very first sign-in nor anything from a known device', async () => {
    const { user } = await newOrganization();
    const first = (await signIn(user)).json as { device: { token: string } };
    const known = { email: user, password: PASSWORD, deviceToken: first.device.token };
    expect((await post('/v1/sign-in', known)).status).toBe(200);
    await post('/v1/password/forgot', { email: user });
    await mailTo(user, 'Reset your password at Acme Telecom');
    expect((await mailsTo(user)).map(({ subject }) => subject)).not.toContain('A sign-in from a new device');
  });
});

describe('the stolen-password alarm', () => {
  it('comes after the right password and three wrong codes; “this was not me” ends everything and sets a new password', async () => {
    const { user } = await newOrganization();
    const { secret, token } = await enroll(await sessionOf(user));
    const challengeToken = await challengeOf(user);
    const headers = { 'x-local-source-ip': anySource() };
    for (const code of ['000000', '111111', '222222']) {
      await call('POST', '/v1/sign-in/totp', { body: { challengeToken, code }, headers });
    }
    const mail = await mailTo(user, 'Someone may know your password');
    expect(mail.text).toContain(headers['x-local-source-ip']);
    expect(linkOf(mail).pathname).toBe('/not-me');
    expect((await get('/v1/me', token)).status).toBe(200);
    const reported = await post('/v1/password/not-me', { token: tokenOf(mail) });
    expect(reported.status).toBe(200);
    expect((await get('/v1/me', token)).status).toBe(401);
    const right = { challengeToken, code: codeOf(secret) };
    expect((await post('/v1/sign-in/totp', right)).status).toBe(401);
    const { token: next } = reported.json as { token: string };
    const set = { token: next, newPassword: 'another horse battery staple' };
    expect((await post('/v1/password/set', set)).status).toBe(200);
    expect((await signIn(user)).status).toBe(401);
    expect((await post('/v1/password/not-me', { token: tokenOf(mail) })).status).toBe(401);
  });

  it('does not accept the link from another mail', async () => {
    const { user } = await newOrganization();
    await post('/v1/password/forgot', { email: user });
    const mail = await mailTo(user, 'Reset your password at Acme Telecom');
    const answer = await post('/v1/password/not-me', { token: tokenOf(mail) });
    expect(answer.json).toMatchObject({ code: 'challenge_invalid' });
  });
});
