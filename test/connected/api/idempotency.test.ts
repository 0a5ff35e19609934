import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  type Answer,
  call,
  challengeOf,
  codeOf,
  enroll,
  get,
  newOrganization,
  PASSWORD,
  post,
  remove,
  sessionOf,
} from '../../kit/product.ts';
import { dump, suspend } from '../../kit/table.ts';

type Sent = { body?: unknown; token?: string; key: string; cookie?: string };
const send = (path: string, { body, token, key, cookie }: Sent) =>
  call('POST', path, {
    body,
    token,
    headers: { 'idempotency-key': key, ...(cookie && { cookie, 'sec-fetch-site': 'same-origin' }) },
  });
const codesOf = async (token: string): Promise<string[]> =>
  ((await post('/v1/me/two-factor/recovery-codes/show', undefined, token)).json as { recoveryCodes: string[] })
    .recoveryCodes;
const tokenIn = ({ json }: Answer): string => (json as { session: { token: string } }).session.token;
const signInsOf = async (token: string): Promise<number> =>
  ((await get('/v1/me/sign-ins?limit=100', token)).json as { signIns: unknown[] }).signIns.length;

describe('the same request again, with its Idempotency-Key', () => {
  it('signs in once: the same answer, one session, one code used', async () => {
    const { user } = await newOrganization();
    const { secret, token: owner } = await enroll(await sessionOf(user));
    const before = await signInsOf(owner);
    const sent = { body: { challengeToken: await challengeOf(user), code: codeOf(secret) }, key: randomUUID() };
    const first = await send('/v1/sign-in/totp', sent);
    expect(first.status).toBe(200);
    const again = await Promise.all([1, 2, 3].map(() => send('/v1/sign-in/totp', sent)));
    for (const answer of again) expect([answer.status, answer.body]).toEqual([200, first.body]);
    expect(await signInsOf(owner)).toBe(before + 1);
  });

  it('signs in once even if both arrive together', async () => {
    const { user } = await newOrganization();
    const { secret, token: owner } = await enroll(await sessionOf(user));
    const before = await signInsOf(owner);
    const sent = { body: { challengeToken: await challengeOf(user), code: codeOf(secret) }, key: randomUUID() };
    const both = await Promise.all([send('/v1/sign-in/totp', sent), send('/v1/sign-in/totp', sent)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(both[0]?.body).toBe(both[1]?.body);
    expect(await signInsOf(owner)).toBe(before + 1);
  });

  it('uses and replaces one recovery code', async () => {
    const { user } = await newOrganization();
    const { recoveryCodes, token: owner } = await enroll(await sessionOf(user));
    const body = { challengeToken: await challengeOf(user), recoveryCode: recoveryCodes[0] };
    const sent = { body, key: randomUUID() };
    const answers = [await send('/v1/sign-in/recovery-code', sent), await send('/v1/sign-in/recovery-code', sent)];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[1]?.body).toBe(answers[0]?.body);
    const codes = await codesOf(owner);
    expect(codes).toHaveLength(8);
    expect(codes.filter((code) => recoveryCodes.includes(code))).toHaveLength(7);
  });

  it('enables once, and gives the same recovery codes, which work', async () => {
    const { user } = await newOrganization();
    const token = await sessionOf(user);
    const setup = (await post('/v1/me/two-factor/setup', undefined, token)).json as { setupId: string; secret: string };
    const sent = { body: { setupId: setup.setupId, code: codeOf(setup.secret) }, token, key: randomUUID() };
    const first = await send('/v1/me/two-factor/setup/confirm', sent);
    const again = await send('/v1/me/two-factor/setup/confirm', sent);
    expect([first.status, again.status, again.body]).toEqual([200, 200, first.body]);
    expect(await codesOf(tokenIn(again))).toEqual((again.json as { recoveryCodes: string[] }).recoveryCodes);
  });

  it('regenerates once', async () => {
    const { user } = await newOrganization();
    const { token } = await enroll(await sessionOf(user));
    const sent = { token, key: randomUUID() };
    const first = await send('/v1/me/two-factor/recovery-codes', sent);
    const again = await send('/v1/me/two-factor/recovery-codes', sent);
    expect([first.status, again.status, again.body]).toEqual([200, 200, first.body]);
    expect((await get('/v1/me', token)).status).toBe(401);
    const next = tokenIn(again);
    expect(await codesOf(next)).toEqual((first.json as { recoveryCodes: string[] }).recoveryCodes);
    // The token is dead: only the very same request is answered again.
    const strange = await send('/v1/me/two-factor/recovery-codes', { token, key: randomUUID() });
    expect(strange.json).toMatchObject({ code: 'session_required' });
    const other = await send('/v1/me/two-factor/recovery-codes', { token: next, key: randomUUID() });
    expect(other.status).toBe(200);
    expect(other.body).not.toBe(first.body);
  });

  it.each([
    ['changes the password', 'PUT', '/v1/me/password', { currentPassword: PASSWORD, newPassword: `${PASSWORD} again` }],
    ['ends the other sessions', 'DELETE', '/v1/me/sessions', undefined],
    ['disables', 'DELETE', '/v1/me/two-factor', undefined],
  ])('%s once, and gives the same next token', async (_, method, path, body) => {
    const { user } = await newOrganization();
    const { token } = await enroll(await sessionOf(user));
    const ask = (idempotencyKey: string) =>
      call(method, path, { token, body, headers: { 'idempotency-key': idempotencyKey } });
    const key = randomUUID();
    const first = await ask(key);
    const again = await ask(key);
    expect([first.status, again.status, again.body]).toEqual([200, 200, first.body]);
    expect((await ask(randomUUID())).json).toMatchObject({ code: 'session_required' });
    expect((await get('/v1/me', tokenIn(again))).status).toBe(200);
  });

  it('creates one user, with an invitation that works', async () => {
    const { admin, organizationId } = await newOrganization();
    const token = await sessionOf(admin);
    const key = randomUUID();
    const body = { email: `once@${organizationId}.example`, name: 'Once' };
    const first = await send('/v1/users', { body, token, key });
    const again = await send('/v1/users', { body, token, key });
    expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
    const { invitation } = again.json as { invitation: { url: string } };
    const set = { token: new URL(invitation.url).hash.slice(1), newPassword: PASSWORD };
    expect((await post('/v1/password/set', set)).status).toBe(200);
  });

  it('also accepts the key in quotes, as the draft writes it', async () => {
    const { user } = await newOrganization();
    const { token } = await enroll(await sessionOf(user));
    const key = randomUUID();
    const first = await send('/v1/me/two-factor/recovery-codes', { token, key: `"${key}"` });
    expect(first.status).toBe(200);
    expect((await send('/v1/me/two-factor/recovery-codes', { token, key })).body).toBe(first.body);
  });

  it('works with cookies: the browser still has the challenge’s cookie after a lost answer', async () => {
    const { user } = await newOrganization();
    const { secret } = await enroll(await sessionOf(user));
    const challenge = await call('POST', '/v1/sign-in', {
      body: { email: user, password: PASSWORD, transport: 'cookie' },
      headers: { 'sec-fetch-site': 'same-origin' },
    });
    const cookie =
      challenge.headers
        .getSetCookie()
        .find((text) => text.startsWith('challenge='))
        ?.split(';')[0] ?? '';
    const sent = { body: { code: codeOf(secret) }, key: randomUUID(), cookie };
    const sessions = [await send('/v1/sign-in/totp', sent), await send('/v1/sign-in/totp', sent)].map(({ headers }) =>
      headers.getSetCookie().find((text) => text.startsWith('session=')),
    );
    expect(sessions[0]).toMatch(/^session=sps_/);
    expect(sessions[1]?.split(';')[0]).toBe(sessions[0]?.split(';')[0]);
  });
});

describe('anything else is refused', () => {
  it('another key, another code, another challenge', async () => {
    const { user } = await newOrganization();
    const { secret } = await enroll(await sessionOf(user));
    const [body, key] = [{ challengeToken: await challengeOf(user), code: codeOf(secret) }, randomUUID()];
    expect((await send('/v1/sign-in/totp', { body, key })).status).toBe(200);
    const codes = [
      await send('/v1/sign-in/totp', { body, key: randomUUID() }),
      await send('/v1/sign-in/totp', { body: { ...body, code: codeOf(secret, 1) }, key }),
      await send('/v1/sign-in/totp', {
        body: { ...body, challengeToken: body.challengeToken.replace(/.$/, (last) => (last === 'A' ? 'E' : 'A')) },
        key,
      }),
      await post('/v1/sign-in/totp', body),
    ].map(({ json }) => (json as { code: string }).code);
    expect(codes).toEqual(Array(4).fill('challenge_invalid'));
  });

  it('another user under the same key', async () => {
    const { admin, organizationId } = await newOrganization();
    const [token, key] = [await sessionOf(admin), randomUUID()];
    const user = (name: string) => ({ email: `${name}@${organizationId}.example`, name });
    expect((await send('/v1/users', { body: user('one'), token, key })).status).toBe(201);
    const other = await send('/v1/users', { body: user('two'), token, key });
    expect(other.json).toMatchObject({ code: 'request_invalid', errors: [{ detail: /used for another request/ }] });
    expect((await get(`/v1/users?email=two`, token)).json).toMatchObject({ users: [] });
  });

  it('the same key with another session', async () => {
    const { organizationId, admin } = await newOrganization();
    const [token, key] = [await sessionOf(admin), randomUUID()];
    const body = { email: `mine@${organizationId}.example`, name: 'Mine' };
    expect((await send('/v1/users', { body, token, key })).status).toBe(201);
    const other = await send('/v1/users', { body, token: await sessionOf(admin), key });
    expect((other.json as { code: string }).code).toBe('email_taken');
  });

  it.each(['short', 'x'.repeat(65), 'with spaces in it all', 'üüüüüüüüüüüüüüüü'.normalize()])(
    'a key like %j, which anyone could guess or no one could send',
    async (key) => {
      const { user } = await newOrganization();
      const token = await sessionOf(user);
      const sent = send('/v1/me/two-factor/recovery-codes', { token, key: encodeURIComponent(key).slice(0, 70) });
      expect((await sent).json).toMatchObject({ code: 'request_invalid' });
    },
  );
});

describe('an answer that is no longer true is not given', () => {
  const signedIn = async () => {
    const { user } = await newOrganization();
    const { secret } = await enroll(await sessionOf(user));
    const sent = { body: { challengeToken: await challengeOf(user), code: codeOf(secret) }, key: randomUUID() };
    const { session } = (await send('/v1/sign-in/totp', sent)).json as { session: { token: string } };
    return { again: async () => (await send('/v1/sign-in/totp', sent)).json, token: session.token };
  };

  it('after a sign-out', async () => {
    const { again, token } = await signedIn();
    expect((await post('/v1/sign-out', undefined, token)).status).toBe(204);
    expect(await again()).toMatchObject({ code: 'challenge_invalid' });
  });

  it('after suspension', async () => {
    const { again, token } = await signedIn();
    await suspend(token);
    expect(await again()).toMatchObject({ code: 'challenge_invalid' });
  });

  it('after 2FA was disabled', async () => {
    const { again, token } = await signedIn();
    expect((await remove('/v1/me/two-factor', token)).status).toBe(200);
    expect(await again()).toMatchObject({ code: 'challenge_invalid' });
  });

  it('after the codes in it were replaced', async () => {
    const { user } = await newOrganization();
    const { token } = await enroll(await sessionOf(user));
    const first = { token, key: randomUUID() };
    const next = tokenIn(await send('/v1/me/two-factor/recovery-codes', first));
    expect((await send('/v1/me/two-factor/recovery-codes', { token: next, key: randomUUID() })).status).toBe(200);
    expect((await send('/v1/me/two-factor/recovery-codes', first)).json).toMatchObject({ code: 'session_required' });
  });
});

describe('a stored answer', () => {
  it('contains no secret in clear text', async () => {
    const { user } = await newOrganization();
    const { token } = await enroll(await sessionOf(user));
    const answer = await send('/v1/me/two-factor/recovery-codes', { token, key: randomUUID() });
    const { recoveryCodes } = answer.json as { recoveryCodes: string[] };
    const stored = (await dump()).join('\n');
    expect(stored).toContain('REPLY#');
    for (const secret of [...recoveryCodes, tokenIn(answer)]) expect(stored).not.toContain(secret);
  });
});
