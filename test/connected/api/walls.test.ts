import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { commands } from '../../../admin/commands.ts';
import { mailedPass, mailsTo, mailTo } from '../../kit/mails.ts';
import {
  type Answer,
  call,
  callsOf,
  challengeOf,
  codeOf,
  enroll,
  freshAdmin,
  get,
  needs,
  newOrganization,
  newUser,
  PASSWORD,
  post,
  remove,
  sessionOf,
  signIn,
} from '../../kit/product.ts';
import { forgeSession, setSession } from '../../kit/table.ts';

/* Tests an administrator's limits from outside: what a stolen token, a copied token or a forged item may do. */

const codeIn = ({ json }: Answer): string => (json as { code: string }).code;
const patch = (userId: string, body: object, token: string) => call('PATCH', `/v1/users/${userId}`, { token, body });
const MINUTES = 60_000;
const stale = (token: string) => setSession(token, 'identityConfirmedAt', Date.now() - 16 * MINUTES);
const idOf = async (token: string): Promise<string> => ((await get('/v1/me', token)).json as { id: string }).id;
const newEmail = (organizationId: string): string => `${randomUUID().slice(0, 8)}@${organizationId}.example`;

describe('an administrator’s session that is no longer fresh', () => {
  it('cannot make itself fresh again, whatever operation it calls', { timeout: 60_000 }, async () => {
    const { organizationId, admin, user } = await newOrganization();
    const token = await freshAdmin(admin);
    const accomplice = await idOf(await sessionOf(user));
    await stale(token);
    const person = { email: newEmail(organizationId), name: 'Shadow' };
    const answers = [
      await post('/v1/users', { ...person, permissions: ['users:manage'] }, token),
      await patch(accomplice, { permissions: ['users:manage'] }, token),
      await patch(accomplice, { name: 'Other', status: 'suspended' }, token),
      await post(`/v1/users/${accomplice}/invitation`, undefined, token),
      await post(`/v1/users/${accomplice}/bypass-code`, { reason: 'x' }, token),
      await post(`/v1/users/${accomplice}/lift-waits`, { reason: 'x' }, token),
      await call('DELETE', `/v1/users/${accomplice}/two-factor`, { token, body: { reason: 'x' } }),
    ];
    expect(answers.map(codeIn)).toEqual(Array(7).fill('identity_confirmation_required'));
    // Operations that raise no right still work.
    expect((await post('/v1/users', person, token)).status).toBe(201);
    expect((await patch(accomplice, { name: 'Other' }, token)).status).toBe(200);
  });

  it('with only a password cannot touch anyone’s factor, credential or rights', async () => {
    const { organizationId, admin, user } = await newOrganization();
    const token = await sessionOf(admin);
    const victim = await idOf(await sessionOf(user));
    const answers = [
      await post('/v1/users', { email: newEmail(organizationId), name: 'X', permissions: ['users:manage'] }, token),
      await patch(victim, { status: 'suspended' }, token),
      await post(`/v1/users/${victim}/invitation`, undefined, token),
      await post(`/v1/users/${victim}/lift-waits`, { reason: 'x' }, token),
    ];
    expect(answers.map(codeIn)).toEqual(Array(4).fill('two_factor_required'));
  });
});

describe('secrets for the owner only', () => {
  it('go to the owner by mail: a link for an account with a password, and a bypass code', {
    timeout: 60_000,
  }, async () => {
    const { admin, user } = await newOrganization();
    const { token: own } = await enroll(await sessionOf(user));
    const userId = await idOf(own);
    const token = await freshAdmin(admin);
    const invited = await post(`/v1/users/${userId}/invitation`, undefined, token);
    expect([invited.status, invited.json]).toEqual([201, { sentTo: user }]);
    const issued = await post(`/v1/users/${userId}/bypass-code`, { reason: 'phone at home' }, token);
    expect([issued.status, issued.json]).toEqual([201, { sentTo: user, expiresAt: expect.any(String) }]);
    const bypassCode = await mailedPass(user);
    const answer = await post('/v1/sign-in/bypass-code', { challengeToken: await challengeOf(user), bypassCode });
    expect(answer.status).toBe(200);
  });
});

describe('a change of rights', () => {
  it('is an event that names the rights, and a mail to the person and the other administrators', {
    timeout: 60_000,
  }, async () => {
    const { organizationId, admin, user } = await newOrganization();
    const other = await newUser(organizationId, 'other', true);
    const userId = await idOf(await sessionOf(user));
    const token = await freshAdmin(admin);
    expect((await patch(userId, { permissions: ['users:manage'], name: 'Una' }, token)).status).toBe(200);
    const { events } = (await get(`/v1/users/${userId}/events`, token)).json as { events: object[] };
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'permissions_granted', permissions: ['users:manage'], actor: 'administrator' }),
    );
    expect(events).toContainEqual(expect.objectContaining({ type: 'user_renamed' }));
    await mailTo(user, 'You can now manage users');
    // This is not the only change that they are notified of: the organization has just received its administrators.
    await expect
      .poll(async () => (await mailsTo(other)).filter(({ text }) => text.includes(user)), { timeout: 20_000 })
      .toMatchObject([{ subject: 'The administrators of Acme Telecom changed' }]);
    // Sent again: nothing is new, and no one is notified.
    await patch(userId, { permissions: ['users:manage'], name: 'Una' }, token);
    const again = (await get(`/v1/users/${userId}/events`, token)).json as { events: object[] };
    expect(again.events).toHaveLength(events.length);
  });
});

describe('a copied token', () => {
  const changes: [string, (token: string, secret: string) => Promise<Answer>][] = [
    ['regenerating', (token) => post('/v1/me/two-factor/recovery-codes', undefined, token)],
    ['disabling', (token) => remove('/v1/me/two-factor', token)],
    ['ending the other sessions', (token) => remove('/v1/me/sessions', token)],
    [
      'changing the password',
      (token) =>
        call('PUT', '/v1/me/password', {
          token,
          body: { currentPassword: PASSWORD, newPassword: 'another horse battery staple' },
        }),
    ],
    [
      'confirming the identity',
      (token, secret) => post('/v1/me/confirm-identity', { password: PASSWORD, code: codeOf(secret) }, token),
    ],
  ];
  it.each(changes)('is dead after %s, and the answer brings the next one', { timeout: 60_000 }, async (_, change) => {
    const { user } = await newOrganization();
    const before = await sessionOf(user);
    const { token, secret } = await enroll(before);
    expect((await get('/v1/me', before)).status).toBe(401);
    const changed = await change(token, secret);
    expect(changed.status).toBe(200);
    expect((await get('/v1/me', token)).status).toBe(401);
    const { session } = changed.json as { session: { token: string } };
    expect((await get('/v1/me', session.token)).status).toBe(200);
  });

  it.each(changes.filter(([name]) => name !== 'confirming the identity'))(
    'gets the same answer again after %s if that answer was lost, and nothing is done twice',
    { timeout: 60_000 },
    async (name) => {
      const { user } = await newOrganization();
      const { token } = await enroll(await sessionOf(user));
      const requests: Record<string, [string, string, object?]> = {
        regenerating: ['POST', '/v1/me/two-factor/recovery-codes'],
        disabling: ['DELETE', '/v1/me/two-factor'],
        'ending the other sessions': ['DELETE', '/v1/me/sessions'],
        'changing the password': [
          'PUT',
          '/v1/me/password',
          { currentPassword: PASSWORD, newPassword: 'another horse battery staple' },
        ],
      };
      const [method, path, body] = requests[name] as [string, string, object?];
      const headers = { 'idempotency-key': randomUUID() };
      const ask = () => call(method, path, { token, headers, ...(body && { body }) });
      const [first, again] = [await ask(), await ask()];
      expect([again.status, again.body]).toEqual([200, first.body]);
      const other = await call(method, path, {
        ...{ token, headers: { 'idempotency-key': randomUUID() } },
        ...(body && { body }),
      });
      expect(other.status).toBe(401);
    },
  );
});

describe('a session that is not in its user’s list', () => {
  it('is none, whoever wrote it', async () => {
    const { user } = await newOrganization();
    const own = await sessionOf(user);
    const userId = await idOf(own);
    const secret = randomBytes(32).toString('base64url');
    await forgeSession(own, createHash('sha256').update(secret).digest('base64url'));
    expect((await get('/v1/me', `sps_${userId}_${secret}`)).status).toBe(401);
    expect((await get('/v1/me', own)).status).toBe(200);
  });
});

describe('asking for another tenant’s users', () => {
  it('reveals nothing if the organization has domains, since they are checked before the table', {
    timeout: 60_000,
  }, async () => {
    const [acme, globex] = [await newOrganization(), await newOrganization('Globex')];
    const domains = [`${globex.organizationId}.example`];
    await commands.setDomains(needs, { organization: globex.organizationId, domains });
    const token = await sessionOf(globex.admin);
    const probe = (email: string) => post('/v1/users', { email, name: 'X' }, token);
    // The first request opens the administrator’s budget.
    await probe(acme.user);
    const [taken, free] = [await probe(acme.user), await probe(newEmail(acme.organizationId))];
    expect([codeIn(taken), codeIn(free)]).toEqual(['request_invalid', 'request_invalid']);
    // Sorted: calls at the same time may be seen in either order.
    const actions = async (answer: Answer) => (await callsOf(answer)).map(({ action }) => action).sort();
    expect(await actions(taken)).toEqual(await actions(free));
    expect(await actions(taken)).not.toContain('TransactWriteItems');
    expect((await probe(newEmail(globex.organizationId))).status).toBe(201);
  });
});

describe('the same calls are made for known and unknown addresses', () => {
  it('whatever device token is sent: none, a made-up one, another account’s', { timeout: 60_000 }, async () => {
    const { organizationId, admin } = await newOrganization();
    const other = ((await signIn(admin)).json as { device: { token: string } }).device.token;
    const madeUp = `spd_${'0'.repeat(26)}_${'A'.repeat(43)}`;
    for (const [index, deviceToken] of [undefined, madeUp, other, `${madeUp}~${other}`, 'nonsense'].entries()) {
      const trace = async (email: string) => {
        const body = { email, password: 'Wrong-Password-12345', ...(deviceToken && { deviceToken }) };
        return (await callsOf(await post('/v1/sign-in', body)))
          .map(({ action, outcome }) => `${action} ${outcome}`)
          .sort();
      };
      const known = await newUser(organizationId, `known-${index}`);
      expect(await trace(known)).toEqual(await trace(`nobody-${randomUUID()}@${organizationId}.example`));
    }
  });
});
