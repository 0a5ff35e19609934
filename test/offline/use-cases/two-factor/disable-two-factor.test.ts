import { beforeEach, describe, expect, it } from 'vitest';
import { disableTwoFactor } from '../../../../shared/use-cases/two-factor/disable-two-factor.ts';
import { failureOf, newWorld, type World } from '../../../world.ts';

let world: World;
let token: string;
const email = 'uma@acme.example';

beforeEach(async () => {
  world = newWorld();
  await world.register(email);
  token = await world.signInWithPassword(email);
});

describe('disable', () => {
  it('removes everything, and sign-in asks only for the password', async () => {
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
