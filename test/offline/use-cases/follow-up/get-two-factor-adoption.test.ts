import { beforeEach, describe, expect, it } from 'vitest';
import { getTwoFactorAdoption } from '../../../../shared/use-cases/follow-up/get-two-factor-adoption.ts';
import { disableTwoFactor } from '../../../../shared/use-cases/two-factor/disable-two-factor.ts';
import { resetTwoFactor } from '../../../../shared/use-cases/users/reset-two-factor.ts';
import type { World } from '../../../world.ts';
import { email, newPeople, type People } from '../people.ts';

let world: World;
let userId: string;
let asAdmin: People['asAdmin'];
let invited: People['invited'];
beforeEach(async () => {
  ({ world, userId, asAdmin, invited } = await newPeople());
});

describe('adoption', () => {
  it('follows users who turn 2FA on and off', async () => {
    const count = async () => getTwoFactorAdoption(world.needs, await asAdmin());
    expect(await count()).toEqual({ enabled: 0, disabled: 2, total: 2 });
    const { token } = await world.enroll(await world.signInWithPassword(email));
    expect(await count()).toEqual({ enabled: 1, disabled: 1, total: 2 });
    await disableTwoFactor(world.needs, await world.as(token));
    expect(await count()).toEqual({ enabled: 0, disabled: 2, total: 2 });
  });

  it('counts users without a password, and those whose factor was reset, as off', async () => {
    await world.enroll(await world.signInWithPassword(email));
    await invited();
    await resetTwoFactor(world.needs, await asAdmin(), { userId, reason: 'phone lost' });
    expect(await getTwoFactorAdoption(world.needs, await asAdmin())).toEqual({ enabled: 0, disabled: 3, total: 3 });
  });
});
