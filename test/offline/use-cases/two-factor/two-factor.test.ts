import { base32 } from '@scure/base';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Failure } from '../../../../shared/domain/errors.ts';
import { beginTwoFactorSetup } from '../../../../shared/use-cases/two-factor/begin-two-factor-setup.ts';
import { confirmTwoFactorSetup } from '../../../../shared/use-cases/two-factor/confirm-two-factor-setup.ts';
import { disableTwoFactor } from '../../../../shared/use-cases/two-factor/disable-two-factor.ts';
import { regenerateRecoveryCodes } from '../../../../shared/use-cases/two-factor/regenerate-recovery-codes.ts';
import { showRecoveryCodes } from '../../../../shared/use-cases/two-factor/show-recovery-codes.ts';
import { removeTwoFactor } from '../../../../shared/use-cases/users/steps/remove-two-factor.ts';
import { NOW, newId } from '../../../fixtures.ts';
import { MINUTE_OF } from '../../../security-settings.ts';
import { failureOf, newWorld, type World } from '../../../world.ts';

let world: World;
let token: string;
let userId: string;
const email = 'uma@acme.example';

beforeEach(async () => {
  world = newWorld();
  ({ userId } = await world.register(email));
  token = await world.signInWithPassword(email);
});
const begin = async () => beginTwoFactorSetup(world.needs, await world.as(token));
const confirm = async (setupId: string, code: string) =>
  confirmTwoFactorSetup(world.needs, await world.as(token), { setupId, code });

describe('begin set-up', () => {
  it('shows a fresh 20-byte secret with the organization’s name', async () => {
    const setup = await begin();
    expect(base32.decode(setup.secret)).toHaveLength(20);
    expect(setup).toMatchObject({ issuer: 'Acme Telecom', account: email });
    expect(setup.otpauthUri).toContain(`secret=${setup.secret}`);
    expect(setup.qrCode).toMatch(/^<svg [\s\S]*<\/svg>$/);
    expect((await begin()).secret).not.toBe(setup.secret);
  });

  it('stores the secret sealed for this user, and does not turn 2FA on', async () => {
    const { secret } = await begin();
    expect(Buffer.from(world.state.setups.get(userId)?.sealedSecret ?? []).toString()).toContain(
      `totp-secret/${userId}/`,
    );
    expect(JSON.stringify([...world.state.setups])).not.toContain(secret);
    expect(world.state.twoFactors.size).toBe(0);
    expect(await world.signInWithPassword(email)).toMatch(/^sps_/);
  });
});

describe('confirm set-up', () => {
  it('turns 2FA on and gives 8 recovery codes', async () => {
    const { setupId, secret } = await begin();
    const outcome = await confirm(setupId, world.codeOf(secret));
    expect(await failureOf(world.as(token))).toBe('session_required');
    expect(await failureOf(world.as(outcome.session.token))).toBe('none');
    expect(outcome.twoFactor).toEqual({ status: 'enabled', enabledAt: new Date(NOW).toISOString() });
    expect(new Set(outcome.recoveryCodes).size).toBe(8);
    expect(world.state.events.get(userId)?.at(-1)?.type).toBe('two_factor_enabled');
  });

  it('with a wrong code leaves 2FA off and the set-up usable', async () => {
    const { setupId, secret } = await begin();
    expect(await failureOf(confirm(setupId, '000000'))).toBe('code_invalid');
    expect(world.state.twoFactors.size).toBe(0);
    expect(await failureOf(confirm(setupId, world.codeOf(secret)))).toBe('none');
  });

  it('kills the set-up with the fifth wrong code', async () => {
    const { setupId, secret } = await begin();
    for (let count = 0; count < 5; count += 1) expect(await failureOf(confirm(setupId, '000000'))).toBe('code_invalid');
    expect(await failureOf(confirm(setupId, world.codeOf(secret)))).toBe('setup_invalid');
  });

  it('keeps its attempts through an outage of the key', async () => {
    const { setupId, secret } = await begin();
    const outage = {
      ...world.needs,
      totpSecrets: { open: () => Promise.reject(new Failure('temporarily_unavailable')) },
    };
    for (let count = 0; count < 20; count += 1) {
      const caller = await world.as(token);
      const input = { setupId, code: world.codeOf(secret) };
      expect(await failureOf(confirmTwoFactorSetup(outage, caller, input))).toBe('temporarily_unavailable');
    }
    expect(await failureOf(confirm(setupId, world.codeOf(secret)))).toBe('none');
  });

  it('refuses a set-up that was replaced, has expired, or never was', async () => {
    const older = await begin();
    const newer = await begin();
    expect(await failureOf(confirm(older.setupId, world.codeOf(older.secret)))).toBe('setup_invalid');
    expect(await failureOf(confirm(newId(), world.codeOf(newer.secret)))).toBe('setup_invalid');
    world.advance(MINUTE_OF.setup);
    expect(await failureOf(confirm(newer.setupId, world.codeOf(newer.secret)))).toBe('setup_invalid');
  });

  it('refuses a set-up that was being written while a reset ended its session', async () => {
    ({ token } = await world.enroll(token));
    const ended = await world.as(token);
    await removeTwoFactor(world.needs, world.context(), { userId, actor: null, actorId: 'admin', reason: 'lost' });
    const { setupId, secret } = await beginTwoFactorSetup(world.needs, ended);
    token = await world.signInWithPassword(email);
    expect(await failureOf(confirm(setupId, world.codeOf(secret)))).toBe('setup_invalid');
  });

  it('in two tabs happens once', async () => {
    const { setupId, secret } = await begin();
    const caller = await world.as(token);
    const tabs = [1, 2].map(() =>
      failureOf(confirmTwoFactorSetup(world.needs, caller, { setupId, code: world.codeOf(secret) })),
    );
    expect((await Promise.all(tabs)).sort()).toEqual(['none', 'setup_invalid']);
  });

  it('replaces an authenticator that is on, without a gap', async () => {
    const first = await world.enroll(token);
    token = first.token;
    const { setupId, secret } = await begin();
    expect(world.state.twoFactors.get(userId)?.generation).not.toBe(setupId);
    const { recoveryCodes } = await confirm(setupId, world.codeOf(secret));
    expect(world.state.twoFactors.get(userId)?.generation).toBe(setupId);
    expect(recoveryCodes).not.toEqual(first.recoveryCodes);
    expect(world.state.events.get(userId)?.at(-1)?.type).toBe('two_factor_replaced');
  });

  it('decided on what has changed meanwhile asks to try again', async () => {
    const { setupId, secret } = await begin();
    const caller = await world.as(token);
    Object.assign(world.state.users.get(userId) ?? {}, { authVersion: 9 });
    expect(await failureOf(confirmTwoFactorSetup(world.needs, caller, { setupId, code: world.codeOf(secret) }))).toBe(
      'temporarily_unavailable',
    );
    expect(world.state.setups.has(userId)).toBe(true);
  });
});

describe('show and regenerate', () => {
  it('shows the codes at any time, in the same order', async () => {
    const { recoveryCodes, token: next } = await world.enroll(token);
    token = next;
    expect(await showRecoveryCodes(world.needs, await world.as(token))).toEqual({
      recoveryCodes,
      generatedAt: new Date(NOW).toISOString(),
    });
  });

  it('replaces all 8, and the old ones are gone', async () => {
    const { recoveryCodes, token: next } = await world.enroll(token);
    token = next;
    const { recoveryCodes: fresh, session } = await regenerateRecoveryCodes(world.needs, await world.as(token));
    // Whoever copied the token has nothing: it went with the old codes.
    expect(await failureOf(world.as(token))).toBe('session_required');
    token = session.token;
    expect(fresh).toHaveLength(8);
    expect(fresh.filter((code) => recoveryCodes.includes(code))).toEqual([]);
    expect((await showRecoveryCodes(world.needs, await world.as(token))).recoveryCodes).toEqual(fresh);
  });

  it('needs 2FA to be on', async () => {
    expect(await failureOf(showRecoveryCodes(world.needs, await world.as(token)))).toBe('two_factor_not_enabled');
    expect(await failureOf(regenerateRecoveryCodes(world.needs, await world.as(token)))).toBe('two_factor_not_enabled');
  });

  it('needs 2FA to be still on when the new codes are written', async () => {
    ({ token } = await world.enroll(token));
    const caller = await world.as(token);
    await disableTwoFactor(world.needs, await world.as(token));
    expect(await failureOf(regenerateRecoveryCodes(world.needs, caller))).toBe('two_factor_not_enabled');
    expect(world.state.recoveryCodes.size).toBe(0);
  });
});

describe('disable', () => {
  it('removes everything, and sign-in asks for the password alone', async () => {
    ({ token } = await world.enroll(token));
    const { session } = await disableTwoFactor(world.needs, await world.as(token));
    expect(await failureOf(world.as(token))).toBe('session_required');
    expect(await failureOf(world.as(session.token))).toBe('none');
    expect([world.state.twoFactors.size, world.state.recoveryCodes.size]).toEqual([0, 0]);
    expect(await world.signInWithPassword(email)).toMatch(/^sps_/);
  });

  it('needs 2FA to be on', async () => {
    expect(await failureOf(disableTwoFactor(world.needs, await world.as(token)))).toBe('two_factor_not_enabled');
  });
});

describe('reset by an administrator', () => {
  const reset = (id: string) =>
    removeTwoFactor(world.needs, world.context(), {
      userId: id,
      actor: null,
      actorId: 'command-line',
      reason: 'phone lost',
    });

  it('removes the factor, ends all sessions and keeps the reason', async () => {
    ({ token } = await world.enroll(token));
    await reset(userId);
    expect(world.state.twoFactors.size).toBe(0);
    expect(world.state.users.get(userId)?.sessions).toEqual({});
    expect(world.state.events.get(userId)?.at(-1)).toMatchObject({
      type: 'two_factor_reset',
      actorId: 'command-line',
      reason: 'phone lost',
    });
  });

  it('succeeds though the user changes meanwhile', async () => {
    ({ token } = await world.enroll(token));
    vi.spyOn(world.needs.twoFactors, 'reset').mockResolvedValueOnce('changed');
    await reset(userId);
    expect(world.state.twoFactors.size).toBe(0);
  });

  it('says so where there is no user, or no second factor', async () => {
    expect(await failureOf(reset(newId()))).toBe('not_found');
    expect(await failureOf(reset(userId))).toBe('two_factor_not_enabled');
  });
});
