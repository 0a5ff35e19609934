import { beforeEach, describe, expect, it } from 'vitest';
import { getAccount } from '../../../../shared/use-cases/account/get-account.ts';
import type { World } from '../../../world.ts';
import { admin, newPeople } from '../people.ts';

let world: World;
let token: string;
beforeEach(async () => {
  ({ world } = await newPeople());
  token = await world.signInWithPassword(admin);
});
const asAdmin = () => world.as(token);

describe('account', () => {
  it('has the organization’s name', async () => {
    expect(await getAccount(world.needs, await asAdmin())).toMatchObject({
      email: admin,
      organization: { name: 'Acme Telecom' },
      permissions: ['users:manage'],
    });
  });

  it('shows its owner whether 2FA is on, and when they last signed in', async () => {
    expect(await getAccount(world.needs, await asAdmin())).toMatchObject({ twoFactor: { status: 'disabled' } });
    ({ token } = await world.enroll(token));
    const at = new Date(world.context().now).toISOString();
    expect(await getAccount(world.needs, await asAdmin())).toMatchObject({
      twoFactor: { status: 'enabled', enabledAt: at },
      lastSignIn: { at, twoFactorVerified: false },
    });
  });

  it('of an organization that is gone is an error, not an empty name', async () => {
    world.state.organizations.clear();
    await expect(getAccount(world.needs, await asAdmin())).rejects.toThrow('does not exist');
  });
});
