import { describe, expect, it } from 'vitest';
import {
  type Answer,
  callsOf,
  challengeOf,
  codeBefore,
  codeOf,
  enroll,
  get,
  newOrganization,
  post,
  remove,
  sessionOf,
  signIn,
} from '../../kit/product.ts';

const tokenIn = ({ json }: Answer): string => (json as { session: { token: string } }).session.token;

describe('the main job', () => {
  it('works from enabling to disabling, as the user documentation describes', async () => {
    const { admin, user } = await newOrganization('Reseller & Söhne');
    const token = await sessionOf(user);

    // Enable: QR code and secret, labeled with the organization's name; not active before it is confirmed.
    const setup = await post('/v1/me/two-factor/setup', undefined, token);
    expect(setup.status).toBe(201);
    const shown = setup.json as { setupId: string; secret: string; otpauthUri: string; qrCode: string; issuer: string };
    expect(shown.issuer).toBe('Reseller & Söhne');
    expect(shown.qrCode).toContain('<svg');
    expect((await signIn(user)).json).toMatchObject({ status: 'signed_in' });

    // Confirm.
    const code = await codeBefore(shown.secret);
    const confirmed = await post('/v1/me/two-factor/setup/confirm', { setupId: shown.setupId, code }, token);
    expect(confirmed.status).toBe(200);
    const { recoveryCodes } = confirmed.json as { recoveryCodes: string[] };
    expect(recoveryCodes).toHaveLength(8);
    expect((await get('/v1/me', token)).status).toBe(401);
    const next = tokenIn(confirmed);
    expect((await get('/v1/me', next)).status).toBe(200);
    expect((await post('/v1/sign-out', undefined, next)).status).toBe(204);
    expect((await get('/v1/me', next)).status).toBe(401);

    // Sign in: the code used to confirm is refused, the next one works, and works only once.
    const challenge = await challengeOf(user);
    expect((await post('/v1/sign-in/totp', { challengeToken: challenge, code })).json).toMatchObject({
      code: 'code_invalid',
    });
    const now = codeOf(shown.secret);
    const signedIn = await post('/v1/sign-in/totp', {
      challengeToken: challenge,
      code: `${now.slice(0, 3)} ${now.slice(3)}`,
    });
    expect(signedIn.json).toMatchObject({ status: 'signed_in', user: { lastSignIn: { twoFactorVerified: true } } });
    const again = await post('/v1/sign-in/totp', { challengeToken: await challengeOf(user), code: now });
    expect(again.json).toMatchObject({ code: 'code_invalid' });

    // A recovery code works once, and is replaced.
    const recovery = { challengeToken: await challengeOf(user), recoveryCode: recoveryCodes[0]?.toLowerCase() };
    const recovered = await post('/v1/sign-in/recovery-code', recovery);
    expect(recovered.json).toMatchObject({ status: 'signed_in', recoveryCodeReplaced: true });
    const session = tokenIn(recovered);
    const secondUse = await post('/v1/sign-in/recovery-code', { ...recovery, challengeToken: await challengeOf(user) });
    expect(secondUse.json).toMatchObject({ code: 'code_invalid' });
    const show = await post('/v1/me/two-factor/recovery-codes/show', undefined, session);
    const now8 = show.json as { recoveryCodes: string[] };
    expect(now8.recoveryCodes).toHaveLength(8);
    expect(now8.recoveryCodes.slice(1)).toEqual(recoveryCodes.slice(1));

    // Regenerating invalidates the old codes and the old token.
    const regenerated = await post('/v1/me/two-factor/recovery-codes', undefined, session);
    expect((regenerated.json as { recoveryCodes: string[] }).recoveryCodes).toHaveLength(8);
    expect((await get('/v1/me', session)).status).toBe(401);
    const dead = { challengeToken: await challengeOf(user), recoveryCode: now8.recoveryCodes[3] };
    expect((await post('/v1/sign-in/recovery-code', dead)).json).toMatchObject({ code: 'code_invalid' });

    // Administrators see the status and how the last sign-in was verified.
    const boss = await sessionOf(admin);
    const emails = async (filter: string) =>
      ((await get(`/v1/users?twoFactor=${filter}`, boss)).json as { users: { email: string }[] }).users.map(
        ({ email }) => email,
      );
    expect(await emails('enabled')).toEqual([user]);
    expect(await emails('disabled')).toEqual([admin]);
    const { users } = (await get('/v1/users', boss)).json as { users: { id: string }[] };
    const detail = await get(`/v1/users/${users[1]?.id}`, boss);
    expect(detail.json).toMatchObject({
      twoFactor: { status: 'enabled' },
      lastSignIn: { method: 'password+recovery_code', twoFactorVerified: true },
    });
    const { signIns } = (await get(`/v1/users/${users[1]?.id}/sign-ins`, boss)).json as {
      signIns: { method: string }[];
    };
    expect(signIns.map(({ method }) => method)).toEqual([
      'password+recovery_code',
      'password+totp',
      'password',
      'password',
    ]);
    expect((await get('/v1/users/two-factor-adoption', boss)).json).toEqual({ enabled: 1, disabled: 1, total: 2 });

    // Disable: no code is asked for any more.
    const disabled = await remove('/v1/me/two-factor', tokenIn(regenerated));
    expect(disabled.status).toBe(200);
    expect((await get('/v1/me', tokenIn(regenerated))).status).toBe(401);
    expect((await get('/v1/me', tokenIn(disabled))).json).toMatchObject({ twoFactor: { status: 'disabled' } });
    expect((await signIn(user)).json).toMatchObject({
      status: 'signed_in',
      user: { twoFactor: { status: 'disabled' } },
    });
  });

  it('confirms an identity again after 15 minutes with every factor, and rotates the token', async () => {
    const { user } = await newOrganization();
    const { secret, token } = await enroll(await sessionOf(user));
    const { password } = { password: 'correct horse battery staple' };
    expect((await post('/v1/me/confirm-identity', { password }, token)).status).toBe(400);
    const confirmed = await post('/v1/me/confirm-identity', { password, code: codeOf(secret) }, token);
    expect(confirmed.status).toBe(200);
    expect((await get('/v1/me', token)).status).toBe(401);
    expect((await get('/v1/me', tokenIn(confirmed))).status).toBe(200);
  });

  it('ends other sessions when 2FA is enabled', async () => {
    const { user } = await newOrganization();
    const [kept, other] = [await sessionOf(user), await sessionOf(user)];
    const { token } = await enroll(kept);
    for (const old of [kept, other]) expect((await get('/v1/me', old)).status).toBe(401);
    expect((await get('/v1/me', token)).status).toBe(200);
  });
});

describe('AWS calls', () => {
  it('are not made for operations that need neither table nor key', async () => {
    expect(await callsOf(await get('/v1/health'))).toEqual([]);
    expect(await callsOf(await get('/v1/openapi.json'))).toEqual([]);
  });

  it('are the same for an unknown address and a wrong password (rule 4)', async () => {
    const { user, organizationId } = await newOrganization();
    const actions = async (email: string) =>
      (await callsOf(await signIn(email, 'wrong'))).map(({ action }) => action).sort();
    expect(await actions(`nobody@${organizationId}.example`)).toEqual(await actions(user));
  });
});
