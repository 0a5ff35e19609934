import { describe, expect, inject, it } from 'vitest';
import { commands } from '../../../admin/commands.ts';
import {
  anySource,
  call,
  challengeOf,
  codeBefore,
  codeOf,
  enroll,
  needs,
  newOrganization,
  newUser,
  PASSWORD,
  post,
  sessionOf,
} from '../../kit/product.ts';

/*
 * Instances whose clocks differ, clocks that jump, and items that outlive their expiry: TTL deletes late, and here
 * never.
 */

const { controlUrl } = inject('accounts');
const MINUTES = 60;
const HOURS = 60 * MINUTES;

/** Requests to instances whose clock is off by this many seconds. */
const offBy =
  (advanceSeconds: number) =>
  async (method: string, path: string, sent: { token?: string; body?: unknown } = {}) => {
    const client = anySource();
    await fetch(`${controlUrl}/clock`, { method: 'POST', body: JSON.stringify({ advanceSeconds, client }) });
    return call(method, path, { ...sent, headers: { 'x-local-source-ip': client } });
  };
const codeIn = ({ json }: { json: unknown }): string | undefined => (json as { code?: string } | undefined)?.code;

const enrolled = async () => {
  const { user } = await newOrganization();
  const token = await sessionOf(user);
  return { user, ...(await enroll(token)) };
};

describe('clocks half a minute apart', () => {
  it.each([
    [30, -30],
    [-30, 30],
  ])('a challenge started at %i s is answered at %i s, once', async (begun, answered) => {
    const { user, secret } = await enrolled();
    const started = await offBy(begun)('POST', '/v1/sign-in', { body: { email: user, password: PASSWORD } });
    const { challenge } = started.json as { challenge: { token: string } };
    // This applies here as well: one step away must not become two during the request.
    await codeBefore(secret);
    // The phone's code is one step away from the instance's, in either direction.
    const body = { challengeToken: challenge.token, code: codeOf(secret) };
    expect((await offBy(answered)('POST', '/v1/sign-in/totp', { body })).status).toBe(200);
    const again = { challengeToken: await challengeOf(user), code: body.code };
    for (const offset of [-30, 0, 30]) {
      expect(codeIn(await offBy(offset)('POST', '/v1/sign-in/totp', { body: again }))).toBe('code_invalid');
    }
  });

  it('a session that begins in the future of the next instance is alive there, and so is its confirmation', async () => {
    const { user } = await newOrganization();
    const begun = await offBy(30)('POST', '/v1/sign-in', { body: { email: user, password: PASSWORD } });
    const { session } = begun.json as { session: { token: string } };
    expect((await offBy(-30)('GET', '/v1/me', { token: session.token })).status).toBe(200);
    expect((await offBy(-30)('POST', '/v1/me/two-factor/setup', { token: session.token })).status).toBe(201);
  });
});

describe('a clock that jumps', () => {
  it('an hour back: sessions, sign-ins and limits continue', async () => {
    const { user } = await newOrganization();
    const body = { email: user, password: PASSWORD };
    const ahead = await offBy(1 * HOURS)('POST', '/v1/sign-in', { body });
    const { session } = ahead.json as { session: { token: string } };
    expect((await offBy(0)('GET', '/v1/me', { token: session.token })).status).toBe(200);
    expect((await offBy(0)('POST', '/v1/sign-in', { body })).status).toBe(200);
    expect((await offBy(0)('GET', '/v1/me/sign-ins', { token: session.token })).json).toMatchObject({
      signIns: expect.objectContaining({ length: 2 }),
    });
  });

  it('back: a code used at the later time does not work again', async () => {
    const { user, secret } = await enrolled();
    const later = { challengeToken: await challengeOf(user), code: codeOf(secret, 4) };
    expect((await offBy(120)('POST', '/v1/sign-in/totp', { body: later })).status).toBe(200);
    const now = { challengeToken: await challengeOf(user), code: codeOf(secret) };
    expect(codeIn(await offBy(0)('POST', '/v1/sign-in/totp', { body: now }))).toBe('code_invalid');
  });
});

describe('what has expired but is still in the table', () => {
  it('a challenge', async () => {
    const { user, secret } = await enrolled();
    const body = { challengeToken: await challengeOf(user), code: codeOf(secret, 12) };
    expect(codeIn(await offBy(6 * MINUTES)('POST', '/v1/sign-in/totp', { body }))).toBe('challenge_invalid');
  });

  it('a session: idle, and after a day whatever it did', async () => {
    const { user } = await newOrganization();
    const token = await sessionOf(user);
    expect((await offBy(59 * MINUTES)('GET', '/v1/me', { token })).status).toBe(200);
    expect((await offBy(119 * MINUTES)('GET', '/v1/me', { token })).status).toBe(401);
    const busy = await sessionOf(user);
    for (let minutes = 50; minutes < 24 * 60; minutes += 50) {
      expect((await offBy(minutes * MINUTES)('GET', '/v1/me', { token: busy })).status).toBe(200);
    }
    expect((await offBy(24 * HOURS)('GET', '/v1/me', { token: busy })).status).toBe(401);
  });

  it('a confirmation of identity', async () => {
    const { token } = await enrolled();
    const answer = await offBy(16 * MINUTES)('POST', '/v1/me/two-factor/recovery-codes/show', { token });
    expect(codeIn(answer)).toBe('identity_confirmation_required');
  });

  it('a setup', async () => {
    const { user } = await newOrganization();
    const token = await sessionOf(user);
    const setup = (await post('/v1/me/two-factor/setup', undefined, token)).json as { setupId: string; secret: string };
    const body = { setupId: setup.setupId, code: codeOf(setup.secret, 22) };
    expect(codeIn(await offBy(11 * MINUTES)('POST', '/v1/me/two-factor/setup/confirm', { token, body }))).toBe(
      'setup_invalid',
    );
  });

  it('an answer stored for a repeated request', async () => {
    const { token } = await enrolled();
    const key = '7f9c24e8-3b12-4f8e-9c1a-2d5b6e7f8a90';
    const regenerate = async (advanceSeconds: number) => {
      const client = anySource();
      await fetch(`${controlUrl}/clock`, { method: 'POST', body: JSON.stringify({ advanceSeconds, client }) });
      const headers = { 'x-local-source-ip': client, 'idempotency-key': key };
      return call('POST', '/v1/me/two-factor/recovery-codes', { token, headers });
    };
    const first = await regenerate(0);
    expect(first.status).toBe(200);
    const { recoveryCodes, session } = first.json as { recoveryCodes: string[]; session: { token: string } };
    const again = await regenerate(50);
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect(codeIn(await regenerate(70))).toBe('session_required');
    const shown = await post('/v1/me/two-factor/recovery-codes/show', undefined, session.token);
    expect(shown.json).toMatchObject({ recoveryCodes });
  });

  it('an invitation', async () => {
    const { organizationId } = await newOrganization();
    const email = await newUser(organizationId, 'late');
    const { invitation } = await commands.inviteAgain(needs, { email });
    const body = { token: new URL(invitation ?? '').hash.slice(1), newPassword: 'another horse battery staple' };
    expect(codeIn(await offBy(73 * HOURS)('POST', '/v1/password/set', { body }))).toBe('challenge_invalid');
  });
});
