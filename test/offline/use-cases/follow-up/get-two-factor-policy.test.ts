import { beforeEach, describe, expect, it } from 'vitest';
import { getAccount } from '../../../../shared/use-cases/account/get-account.ts';
import { getTwoFactorPolicy } from '../../../../shared/use-cases/follow-up/get-two-factor-policy.ts';
import { setTwoFactorPolicy } from '../../../../shared/use-cases/follow-up/set-two-factor-policy.ts';
import type { World } from '../../../world.ts';
import { newPeople, type People } from '../people.ts';

let world: World;
let asAdmin: People['asAdmin'];
beforeEach(async () => {
  ({ world, asAdmin } = await newPeople());
});

describe('the two-factor policy', () => {
  it('is off by default: 2FA is voluntary', async () => {
    expect(await getTwoFactorPolicy(world.needs, await asAdmin())).toEqual({ mode: 'off' });
    const account = await getAccount(world.needs, await asAdmin());
    expect(account.organization).not.toHaveProperty('twoFactorPolicy');
  });

  it('of another organization does not apply to this one', async () => {
    const stranger = await world.register('s@globex.example', undefined, ['users:manage']);
    const asStranger = async () => world.as(await world.signInWithPassword(stranger.email));
    await setTwoFactorPolicy(world.needs, await asStranger(), { mode: 'encouraged' });
    expect(await getTwoFactorPolicy(world.needs, await asStranger())).toEqual({ mode: 'encouraged' });
    expect(await getTwoFactorPolicy(world.needs, await asAdmin())).toEqual({ mode: 'off' });
  });
});
