import { beforeEach, describe, expect, it } from 'vitest';
import { Failure } from '../../../../shared/domain/errors.ts';
import { beginTwoFactorSetup } from '../../../../shared/use-cases/two-factor/begin-two-factor-setup.ts';
import { confirmTwoFactorSetup } from '../../../../shared/use-cases/two-factor/confirm-two-factor-setup.ts';
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

describe('confirm setup', () => {
  it('turns 2FA on and gives 8 recovery codes', async () => {
    const { setupId, secret } = await begin();
    const outcome = await confirm(setupId, world.codeOf(secret));
    expect(await failureOf(world.as(token))).toBe('session_required');
    expect(await failureOf(world.as(outcome.session.token))).toBe('none');
    expect(outcome.twoFactor).toEqual({ status: 'enabled', enabledAt: new Date(NOW).toISOString() });
    expect(new Set(outcome.recoveryCodes).size).toBe(8);
    expect(world.state.events.get(userId)?.at(-1)?.type).toBe('two_factor_enabled');
  });

  it('with a wrong code leaves 2FA off and the setup usable', async () => {
    const { setupId, secret } = await begin();
    expect(await failureOf(confirm(setupId, '000000'))).toBe('code_invalid');
    expect(world.state.twoFactors.size).toBe(0);
    expect(await failureOf(confirm(setupId, world.codeOf(secret)))).toBe('none');
  });

  it.each([
    [2, '1', 'fast'],
    [-2, '-1', 'slow'],
    [7, '4', 'fast'],
    [-10, '-5', 'slow'],
  ])(
    'says how far off the phone’s clock is if the code is of %i steps away, and stays off',
    async (steps, value, how) => {
      const { setupId, secret } = await begin();
      const failure = await confirm(setupId, world.codeOf(secret, steps)).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(Failure);
      const { code, errors } = failure as Failure;
      expect([code, errors?.[0]?.code, errors?.[0]?.value]).toEqual(['code_invalid', 'clock_off', value]);
      expect(errors?.[0]?.detail).toContain(`${how}. Set it to automatic`);
      expect(world.state.twoFactors.size).toBe(0);
    },
  );

  it('says nothing of a clock for a code of no time near', async () => {
    const { setupId, secret } = await begin();
    const failure = await confirm(setupId, world.codeOf(secret, 11)).catch((error: unknown) => error);
    expect((failure as Failure).errors).toBeUndefined();
  });

  it('ends the setup at the fifth wrong code', async () => {
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

  it('refuses a setup that was replaced, has expired, or never existed', async () => {
    const older = await begin();
    const newer = await begin();
    expect(await failureOf(confirm(older.setupId, world.codeOf(older.secret)))).toBe('setup_invalid');
    expect(await failureOf(confirm(newId(), world.codeOf(newer.secret)))).toBe('setup_invalid');
    world.advance(MINUTE_OF.setup);
    expect(await failureOf(confirm(newer.setupId, world.codeOf(newer.secret)))).toBe('setup_invalid');
  });

  it('refuses a setup that was being written while a reset ended its session', async () => {
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

  it('decided on what has changed in the meantime asks to try again', async () => {
    const { setupId, secret } = await begin();
    const caller = await world.as(token);
    Object.assign(world.state.users.get(userId) ?? {}, { authVersion: 9 });
    expect(await failureOf(confirmTwoFactorSetup(world.needs, caller, { setupId, code: world.codeOf(secret) }))).toBe(
      'temporarily_unavailable',
    );
    expect(world.state.setups.has(userId)).toBe(true);
  });
});
