import { beforeEach, describe, expect, it } from 'vitest';
import { disableTwoFactor } from '../../../../shared/use-cases/two-factor/disable-two-factor.ts';
import { regenerateRecoveryCodes } from '../../../../shared/use-cases/two-factor/regenerate-recovery-codes.ts';
import { showRecoveryCodes } from '../../../../shared/use-cases/two-factor/show-recovery-codes.ts';
import { failureOf, newWorld, type World } from '../../../world.ts';

let world: World;
let token: string;
const email = 'uma@acme.example';

beforeEach(async () => {
  world = newWorld();
  await world.register(email);
  token = await world.signInWithPassword(email);
});

describe('regenerate recovery codes', () => {
  it('replaces all 8, and the old ones are gone', async () => {
    const { recoveryCodes, token: next } = await world.enroll(token);
    token = next;
    const { recoveryCodes: fresh, session } = await regenerateRecoveryCodes(world.needs, await world.as(token));
    // A copy of the token is useless: the token changed together with the codes.
    expect(await failureOf(world.as(token))).toBe('session_required');
    token = session.token;
    expect(fresh).toHaveLength(8);
    expect(fresh.filter((code) => recoveryCodes.includes(code))).toEqual([]);
    expect((await showRecoveryCodes(world.needs, await world.as(token))).recoveryCodes).toEqual(fresh);
  });

  it('needs 2FA to be on', async () => {
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
