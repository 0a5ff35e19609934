import { beforeEach, describe, expect, it, vi } from 'vitest';
import { showRecoveryCodes } from '../../../../shared/use-cases/two-factor/show-recovery-codes.ts';
import { NOW } from '../../../fixtures.ts';
import { failureOf, newWorld, type World } from '../../../world.ts';

let world: World;
let token: string;
const email = 'uma@acme.example';

beforeEach(async () => {
  world = newWorld();
  await world.register(email);
  token = await world.signInWithPassword(email);
});

describe('show recovery codes', () => {
  it('shows the codes at any time, in the same order', async () => {
    const { recoveryCodes, token: next } = await world.enroll(token);
    token = next;
    expect(await showRecoveryCodes(world.needs, await world.as(token))).toEqual({
      recoveryCodes,
      generatedAt: new Date(NOW).toISOString(),
      used: 0,
    });
  });

  it('says how many of the set have been used and replaced', async () => {
    ({ token } = await world.enroll(token));
    for (const set of world.state.recoveryCodes.values()) set.used = 3;
    expect(await showRecoveryCodes(world.needs, await world.as(token))).toMatchObject({ used: 3 });
  });

  it('needs 2FA to be on', async () => {
    expect(await failureOf(showRecoveryCodes(world.needs, await world.as(token)))).toBe('two_factor_not_enabled');
  });

  it('first records that codes are shown: if it cannot, they are not shown', async () => {
    ({ token } = await world.enroll(token));
    vi.spyOn(world.needs.securityEvents, 'put').mockRejectedValueOnce(new Error('throttled'));
    await expect(showRecoveryCodes(world.needs, await world.as(token))).rejects.toThrow('throttled');
  });
});
