import { describe, expect, it } from 'vitest';
import {
  anySource,
  call,
  codeOf,
  enroll,
  get,
  newOrganization,
  newUser,
  PASSWORD,
  sessionOf,
} from '../../kit/product.ts';

/* A browser has one session: a new sign-in ends the previous one, which no one could end from there any more. */

const SAME_ORIGIN = { 'sec-fetch-site': 'same-origin' };

/** A browser that keeps the cookies that the product sets. */
const newBrowser = () => {
  const cookies = new Map<string, string>();
  const source = anySource();
  const send = async (path: string, body: object, headers: Record<string, string> = SAME_ORIGIN) => {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
    const sent = { 'x-local-source-ip': source, ...headers, ...(cookie !== '' && { cookie }) };
    const answer = await call('POST', path, { body, headers: sent });
    for (const text of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(text) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  };
  return {
    send,
    signIn: (email: string, { password = PASSWORD, headers = SAME_ORIGIN } = {}) =>
      send('/v1/sign-in', { email, password, transport: 'cookie' }, headers),
    session: () => cookies.get('session') ?? '',
  };
};
const statusOf = async (token: string): Promise<number> => (await get('/v1/me', token)).status;

describe('a sign-in by cookie', () => {
  it('ends the session that the browser had, and no other', async () => {
    const { user } = await newOrganization();
    const [browser, elsewhere] = [newBrowser(), newBrowser()];
    await Promise.all([browser.signIn(user), elsewhere.signIn(user)]);
    const [older, ofApp] = [browser.session(), await sessionOf(user)];
    expect(await Promise.all([older, elsewhere.session(), ofApp].map(statusOf))).toEqual([200, 200, 200]);

    const answer = await browser.signIn(user);
    expect(answer.json).toMatchObject({ status: 'signed_in' });
    expect(browser.session()).not.toBe(older);
    expect((await get('/v1/me', older)).json).toMatchObject({ status: 401, code: 'session_required' });
    expect(await Promise.all([browser.session(), elsewhere.session(), ofApp].map(statusOf))).toEqual([200, 200, 200]);
    const { sessions } = (await get('/v1/me/sessions', browser.session())).json as { sessions: unknown[] };
    expect(sessions).toHaveLength(3);
  });

  it('ends it even if another account signs in', async () => {
    const { organizationId, user: ada } = await newOrganization();
    const bob = await newUser(organizationId, 'bob');
    const [browser, elsewhere] = [newBrowser(), newBrowser()];
    await Promise.all([browser.signIn(ada), elsewhere.signIn(ada)]);
    const older = browser.session();
    await browser.signIn(bob);
    expect(await Promise.all([older, elsewhere.session(), browser.session()].map(statusOf))).toEqual([401, 200, 200]);
    expect((await get('/v1/me', browser.session())).json).toMatchObject({ email: bob });
  });

  it('ends it once the second factor is right, and not before', async () => {
    const { organizationId, user: ada } = await newOrganization();
    const bob = await newUser(organizationId, 'bob');
    const { secret, token: elsewhere } = await enroll(await sessionOf(bob));
    const browser = newBrowser();
    await browser.signIn(ada);
    const older = browser.session();

    expect((await browser.signIn(bob)).json).toMatchObject({ status: 'two_factor_required' });
    expect([browser.session(), await statusOf(older)]).toEqual([older, 200]);
    expect((await browser.send('/v1/sign-in/totp', { code: codeOf(secret, 9) })).status).toBe(401);
    expect([browser.session(), await statusOf(older)]).toEqual([older, 200]);

    expect((await browser.send('/v1/sign-in/totp', { code: codeOf(secret) })).status).toBe(200);
    expect(await Promise.all([older, elsewhere, browser.session()].map(statusOf))).toEqual([401, 200, 200]);
  });

  it('leaves it alone if the sign-in fails, or if another site sent the request', async () => {
    const { user } = await newOrganization();
    const browser = newBrowser();
    await browser.signIn(user);
    const older = browser.session();
    expect((await browser.signIn(user, { password: 'wrong' })).status).toBe(401);
    const refused = await browser.signIn(user, { headers: { 'sec-fetch-site': 'cross-site' } });
    expect(refused.json).toMatchObject({ code: 'origin_rejected' });
    expect([browser.session(), await statusOf(older)]).toEqual([older, 200]);
  });

  it('works if that session has already ended', async () => {
    const { user } = await newOrganization();
    const browser = newBrowser();
    await browser.signIn(user);
    const older = browser.session();
    expect((await call('POST', '/v1/sign-out', { token: older })).status).toBe(204);
    expect((await browser.signIn(user)).json).toMatchObject({ status: 'signed_in' });
    expect(await Promise.all([older, browser.session()].map(statusOf))).toEqual([401, 200]);
  });
});

describe('a sign-in by token', () => {
  it('ends nothing: no cookie is overwritten', async () => {
    const { user } = await newOrganization();
    const browser = newBrowser();
    await browser.signIn(user);
    const older = browser.session();
    for (const headers of [SAME_ORIGIN, { 'sec-fetch-site': 'cross-site' }]) {
      await browser.send('/v1/sign-in', { email: user, password: PASSWORD }, headers);
      expect([browser.session(), await statusOf(older)]).toEqual([older, 200]);
    }
  });
});
