import { beforeEach, describe, expect, it, vi } from 'vitest';
import { canonicalRecoveryCode } from '../../../../shared/domain/fields.ts';
import { SECOND } from '../../../../shared/domain/instant.ts';
import { confirmIdentity } from '../../../../shared/use-cases/account/confirm-identity.ts';
import { signInTotp } from '../../../../shared/use-cases/sign-in/sign-in-totp.ts';
import { NOW } from '../../../fixtures.ts';
import { MINUTE_OF } from '../../../security-settings.ts';
import { failureOf, newWorld, PASSWORD, type World } from '../../../world.ts';

let world: World;
let token: string;
const email = 'uma@acme.example';

beforeEach(async () => {
  world = newWorld();
  await world.register(email);
  token = await world.signInWithPassword(email);
});
const confirm = async (input: { password?: string; code?: string; recoveryCode?: string } = {}, from = token) =>
  confirmIdentity(world.needs, await world.as(from), { password: PASSWORD, ...input });

describe('confirm identity', () => {
  it('rotates the token and keeps the session’s absolute end', async () => {
    const before = await world.as(token);
    world.advance(20 * 60 * SECOND);
    const { session, confirmedUntil } = await confirm();
    expect(session.token).not.toBe(token);
    expect(session.expiresAt).toBe(new Date(before.caller.session.expiresAt).toISOString());
    expect(confirmedUntil).toBe(new Date(NOW + 20 * 60 * SECOND + MINUTE_OF.identity).toISOString());
    expect(await failureOf(world.as(token))).toBe('session_required');
  });

  it('needs the right password', async () => {
    expect(await failureOf(confirm({ password: 'wrong' }))).toBe('credentials_invalid');
    expect(await failureOf(world.as(token))).toBe('none');
  });

  it('needs the second factor too once 2FA is on', async () => {
    const { secret, token: next } = await world.enroll(token);
    token = next;
    world.advance(30 * SECOND);
    expect(await failureOf(confirm())).toBe('request_invalid');
    expect(await failureOf(confirm({ code: '000000' }))).toBe('code_invalid');
    expect(await failureOf(confirm({ code: world.codeOf(secret) }))).toBe('none');
  });

  it('accepts a recovery code instead of the app’s, and replaces it', async () => {
    const { recoveryCodes, token: next } = await world.enroll(token);
    token = next;
    const recoveryCode = canonicalRecoveryCode(recoveryCodes[0] ?? '');
    const { session } = await confirm({ recoveryCode });
    expect(await failureOf(confirm({ recoveryCode }, session.token))).toBe('code_invalid');
  });

  it('accepts a step once, from two sessions at the same time', async () => {
    const { secret, token: next } = await world.enroll(token);
    token = next;
    world.advance(30 * SECOND);
    const challengeToken = await world.startChallenge(email);
    const { session } = await signInTotp(world.needs, world.context(), { challengeToken, code: world.codeOf(secret) });
    world.advance(30 * SECOND);
    const callers = [await world.as(token), await world.as(session.token ?? '')];
    const code = world.codeOf(secret);
    const outcomes = await Promise.all(
      callers.map((caller) => failureOf(confirmIdentity(world.needs, caller, { password: PASSWORD, code }))),
    );
    expect(outcomes.sort()).toEqual(['code_invalid', 'none']);
  });

  it('is not locked out by a stranger who has the password and guesses at the code', async () => {
    const { secret, token: next } = await world.enroll(token);
    token = next;
    world.advance(30 * SECOND);
    const challengeToken = await world.startChallenge(email);
    for (let count = 0; count < 5; count += 1) {
      await failureOf(signInTotp(world.needs, world.context(), { challengeToken, code: '000000' }));
    }
    expect(await failureOf(confirm({ code: world.codeOf(secret) }))).toBe('none');
  });

  it('ignores a code if 2FA is off', async () => {
    expect(await failureOf(confirm({ code: '123456' }))).toBe('none');
  });

  it('costs no guesses if trouble on our side kept a code from being compared', async () => {
    const { secret, token: next } = await world.enroll(token);
    token = next;
    world.advance(30 * SECOND);
    const opening = vi.spyOn(world.needs.totpSecrets, 'open');
    for (let count = 0; count < 8; count += 1) {
      opening.mockRejectedValueOnce(new Error('KMS is away'));
      await expect(confirm({ code: '000000' })).rejects.toThrow('KMS is away');
    }
    expect(await failureOf(confirm({ code: world.codeOf(secret) }))).toBe('none');
  });

  it('must be repeated if 2FA was turned off in between', async () => {
    const { token: next } = await world.enroll(token);
    token = next;
    vi.spyOn(world.needs.twoFactors, 'reserveSecondFactor').mockResolvedValueOnce(null);
    expect(await failureOf(confirm({ code: '123456' }))).toBe('temporarily_unavailable');
  });
});
