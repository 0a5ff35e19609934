import { beforeEach, describe, expect, it, vi } from 'vitest';
import { removeTwoFactor } from '../../../../../shared/use-cases/users/steps/remove-two-factor.ts';
import { newId } from '../../../../fixtures.ts';
import { failureOf, newWorld, type World } from '../../../../world.ts';

let world: World;
let token: string;
let userId: string;
beforeEach(async () => {
  world = newWorld();
  ({ userId } = await world.register('uma@acme.example'));
  token = await world.signInWithPassword('uma@acme.example');
});
const reset = (id: string) =>
  removeTwoFactor(world.needs, world.context(), {
    userId: id,
    actor: null,
    actorId: 'command-line',
    reason: 'phone lost',
  });

describe('reset by an operator', () => {
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

  it('succeeds even if the user changes in the meantime', async () => {
    ({ token } = await world.enroll(token));
    vi.spyOn(world.needs.twoFactors, 'reset').mockResolvedValueOnce('changed');
    await reset(userId);
    expect(world.state.twoFactors.size).toBe(0);
  });

  it('says so if there is no user, or no second factor', async () => {
    expect(await failureOf(reset(newId()))).toBe('not_found');
    expect(await failureOf(reset(userId))).toBe('two_factor_not_enabled');
  });
});
