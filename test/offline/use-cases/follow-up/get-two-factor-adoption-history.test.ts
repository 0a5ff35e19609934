import { beforeEach, describe, expect, it, vi } from 'vitest';
import { deliver } from '../../../../shared/delivery/deliver.ts';
import { DAY } from '../../../../shared/domain/instant.ts';
import { getTwoFactorAdoptionHistory } from '../../../../shared/use-cases/follow-up/get-two-factor-adoption-history.ts';
import { disableTwoFactor } from '../../../../shared/use-cases/two-factor/disable-two-factor.ts';
import { anEvent } from '../../../fixtures.ts';
import type { World } from '../../../world.ts';
import { admin, email, newPeople, type People } from '../people.ts';

let world: World;
let userId: string;
let asAdmin: People['asAdmin'];
beforeEach(async () => {
  ({ world, userId, asAdmin } = await newPeople());
});
const tell = async (type: 'two_factor_enabled' | 'two_factor_disabled' | 'password_set') => {
  const notification = { kind: 'event' as const, userId, event: { ...anEvent(type), at: world.context().now } };
  const needs = { ...world.needs, mailer: null, bus: { publish: async () => undefined } };
  await deliver(needs, world.context().now, notification);
};
const days = async () => (await getTwoFactorAdoptionHistory(world.needs, await asAdmin())).days;

describe('adoption over time', () => {
  it('has the count of each day on which it changed', async () => {
    await world.enroll(await world.signInWithPassword(email));
    await tell('two_factor_enabled');
    await tell('password_set');
    world.advance(3 * DAY);
    const { token: again } = await world.enroll(await world.signInWithPassword(admin));
    await tell('two_factor_enabled');
    await disableTwoFactor(world.needs, await world.as(again));
    await tell('two_factor_disabled');
    expect(await days()).toMatchObject([
      { enabled: 1, total: 2 },
      { enabled: 1, total: 2 },
    ]);
    const [first, second] = await days();
    expect(Date.parse(second?.day ?? '') - Date.parse(first?.day ?? '')).toBe(3 * DAY);
  });

  it('that cannot be stored comes again', async () => {
    vi.spyOn(world.needs.adoptions, 'keepDay').mockRejectedValueOnce(new Error('throttled'));
    await expect(tell('two_factor_enabled')).rejects.toThrow('throttled');
    await tell('two_factor_enabled');
    expect(await days()).toHaveLength(1);
  });
});
