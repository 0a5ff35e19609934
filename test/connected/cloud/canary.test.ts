import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { base32 } from '@scure/base';
import { describe, expect, inject, it } from 'vitest';
import { operations } from '../../../shared/contract/operations.ts';
import { canonicalRecoveryCode } from '../../../shared/domain/fields.ts';
import { newScene, send } from '../../examples/example.ts';
import { cases } from '../../examples/examples.ts';
import { foundOf, secretsIn } from '../../kit/canary.ts';
import { mailedPass, mailTo, tokenOf } from '../../kit/mails.ts';
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
  remove,
  sessionOf,
  signIn,
} from '../../kit/product.ts';

describe('the canary (rule 11)', () => {
  it('finds no password, code, secret or token in logs, traces or the table', { timeout: 60_000 }, async () => {
    const { admin, user, organizationId } = await newOrganization();
    const secrets = new Map<string, string>([['password', PASSWORD]]);
    const keep = (name: string, secret: string): string => {
      secrets.set(name, secret);
      return secret;
    };

    /** With an Idempotency-Key, so that the answer is stored. */
    const keyed = (route: string, body?: unknown, bearer?: string) =>
      call('POST', route, {
        body,
        token: bearer,
        headers: { 'idempotency-key': keep(`key for ${route}`, randomUUID()) },
      });

    // Runs every flow, failures included, with secrets that must not be found afterwards.
    const wrong = keep('wrong password', 'Canary-Password-Yellow-71');
    await signIn(user, wrong);
    await post(
      '/v1/sign-in',
      `{"email":"${user}","password":"${keep('password in broken JSON', 'Canary-Broken-JSON-72')}`,
    );
    await post('/v1/sign-in', { email: user, password: 'x', [keep('unknown field', 'Canary-Field-73')]: 1 });
    const token = keep('session', await sessionOf(user));
    const { secret, recoveryCodes, token: enrolled } = await enroll(token);
    keep('session after enabling', enrolled);
    keep('TOTP secret', secret);
    secrets.set('TOTP secret, raw', Buffer.from(base32.decode(secret)).toString('latin1'));
    for (const [index, code] of recoveryCodes.entries()) keep(`recovery code ${index}`, code);
    keep('recovery code as typed', canonicalRecoveryCode(recoveryCodes[0] ?? ''));
    const challenge = keep('challenge', await challengeOf(user));
    await post('/v1/sign-in/totp', { challengeToken: challenge, code: '000000' });
    const signedIn = await keyed('/v1/sign-in/totp', { challengeToken: challenge, code: codeOf(secret) });
    const session = keep('session after TOTP', (signedIn.json as { session: { token: string } }).session.token);
    const device = keep('device', (signedIn.json as { device: { token: string } }).device.token);
    const known = await post('/v1/sign-in', { email: user, password: PASSWORD, deviceToken: device });
    keep('challenge of a known device', (known.json as { challenge: { token: string } }).challenge.token);
    const recovered = await keyed('/v1/sign-in/recovery-code', {
      challengeToken: await challengeOf(user),
      recoveryCode: recoveryCodes[1],
    });
    keep('session after recovery', (recovered.json as { session: { token: string } }).session.token);
    await post('/v1/me/confirm-identity', { password: wrong, code: '111111' }, session);
    const fresh = await post(
      '/v1/me/confirm-identity',
      { password: PASSWORD, recoveryCode: recoveryCodes[2] },
      session,
    );
    const last = keep('rotated session', (fresh.json as { session: { token: string } }).session.token);
    const regenerated = await keyed('/v1/me/two-factor/recovery-codes', undefined, last);
    const { recoveryCodes: newCodes, session: regenerator } = regenerated.json as {
      recoveryCodes: string[];
      session: { token: string };
    };
    for (const [index, code] of newCodes.entries()) keep(`new code ${index}`, code);
    keep('session after regenerating', regenerator.token);
    expect((await post('/v1/me/two-factor/recovery-codes/show', undefined, regenerator.token)).json).toMatchObject({
      recoveryCodes: newCodes,
    });
    await get(`/v1/users?email=${encodeURIComponent(keep('secret in a query', 'canary-query-74'))}`, regenerator.token);
    const disabled = await remove('/v1/me/two-factor', regenerator.token);
    const off = keep('session after disabling', (disabled.json as { session: { token: string } }).session.token);
    const boss = keep('administrator', await freshAdmin(admin));
    const { id: userId } = (await get('/v1/me', off)).json as { id: string };
    const { token: again } = await enroll(off);
    keep('session after enabling again', again);
    expect((await post(`/v1/users/${userId}/bypass-code`, { reason: 'lost' }, boss)).status).toBe(201);
    const pass = keep('bypass code', await mailedPass(user));
    keep('bypass code as typed', canonicalRecoveryCode(pass));
    const passed = await post('/v1/sign-in/bypass-code', {
      challengeToken: await challengeOf(user),
      bypassCode: pass,
    });
    keep('session after a pass', (passed.json as { session: { token: string } }).session.token);
    await post('/v1/password/forgot', { email: user });
    keep('token of a mail', tokenOf(await mailTo(user, 'Reset your password at Acme Telecom')));
    const changed = keep('changed password', 'Canary Horse Battery 78');
    const passwords = { currentPassword: PASSWORD, newPassword: changed };
    const rotated = await call('PUT', '/v1/me/password', { token: again, body: passwords });
    keep('session after changing', (rotated.json as { session: { token: string } }).session.token);
    const made = await keyed('/v1/users', { email: `new@${organizationId}.example`, name: 'New' }, boss);
    const invitation = keep(
      'invitation',
      new URL((made.json as { invitation: { url: string } }).invitation.url).hash.slice(1),
    );
    await post('/v1/password/set', { token: invitation, newPassword: keep('weak password', 'Canary-Weak-75') });
    await post('/v1/password/set', { token: invitation, newPassword: keep('new password', 'Canary Horse Battery 76') });
    await get(`/v1/users/${keep('secret in a path', 'canary-path-77')}`, boss);

    expect(await foundOf(secrets)).toEqual([]);
  });

  it('nor anything that any operation accepts or returns', async () => {
    const scene = await newScene();
    const secrets = new Map<string, string>();
    for (const { name, id, example } of cases) {
      const request = await example(scene);
      // With a key, so that the answer is stored if the operation stores answers.
      const headers: Record<string, string> =
        'idempotencyKey' in operations[id] ? { 'idempotency-key': randomUUID() } : {};
      const { status, json } = await send(id, request, headers);
      // A problem's code is no secret.
      for (const [field, secret] of secretsIn({ request, ...(status < 400 && { json }) }))
        secrets.set(`${name}: ${field}`, secret);
    }
    expect(secrets.size).toBeGreaterThan(90);
    expect(await foundOf(secrets)).toEqual([]);
  });

  it('finds in the log why a sign-in failed when the answer does not say', async () => {
    const { user, organizationId } = await newOrganization();
    const { secret } = await enroll(await sessionOf(user));
    const code = codeOf(secret);
    expect((await post('/v1/sign-in/totp', { challengeToken: await challengeOf(user), code })).status).toBe(200);
    const challengeToken = await challengeOf(user);
    const replayed = await post('/v1/sign-in/totp', { challengeToken, code });
    const wrong = await post('/v1/sign-in/totp', { challengeToken, code: '000000' });
    const unknown = await signIn(`nobody@${organizationId}.example`, 'x');
    const reasonOf = ({ headers }: { headers: Headers }) => {
      const lines = readFileSync(path.join(inject('logs'), 'functions.log'), 'utf8').split('\n');
      return JSON.parse(lines.find((line) => line.includes(headers.get('x-request-id') ?? '-')) ?? '{}') as object;
    };
    // On a busy machine, a line is in the file a moment after the answer.
    const soon = (answer: { headers: Headers }) => expect.poll(() => reasonOf(answer), { timeout: 10_000 });
    await soon(replayed).toMatchObject({
      outcome: 'code_invalid',
      reason: 'replayed_code',
      userId: expect.any(String),
    });
    await soon(wrong).toMatchObject({ outcome: 'code_invalid', reason: 'wrong_code' });
    await soon(unknown).toMatchObject({ outcome: 'credentials_invalid', reason: 'unknown_email' });
  });
});
