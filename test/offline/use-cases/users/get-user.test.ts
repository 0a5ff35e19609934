import { beforeEach, describe, expect, it } from 'vitest';
import { getUser } from '../../../../shared/use-cases/users/get-user.ts';
import { failureOf, type World } from '../../../world.ts';
import { email, newPeople, type People } from '../people.ts';

let world: World;
let userId: string;
let asAdmin: People['asAdmin'];
beforeEach(async () => {
  ({ world, userId, asAdmin } = await newPeople());
});

describe('a user', () => {
  it('is shown with what an administrator decides on: permissions, status, 2FA', async () => {
    const shown = async () => getUser(world.needs, await asAdmin(), { userId });
    expect(await shown()).toMatchObject({ id: userId, email, permissions: [], status: 'active', lastSignIn: null });
    await world.enroll(await world.signInWithPassword(email));
    expect(await shown()).toMatchObject({ twoFactor: { status: 'enabled' }, lastSignIn: { twoFactorVerified: false } });
  });

  it('is shown without password, session or secret', async () => {
    await world.enroll(await world.signInWithPassword(email));
    expect(Object.keys(await getUser(world.needs, await asAdmin(), { userId })).sort()).toEqual([
      'createdAt',
      'email',
      'id',
      'lastSignIn',
      'name',
      'permissions',
      'state',
      'status',
      'twoFactor',
    ]);
  });
});

describe('another organization (rule 12)', () => {
  it('gets the same answer as an id that cannot exist', async () => {
    expect(await failureOf(getUser(world.needs, await asAdmin(), { userId: '../x' }))).toBe('not_found');
  });
});
