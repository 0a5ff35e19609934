import { beforeEach, describe, expect, it } from 'vitest';
import { getTwoFactorAdoption } from '../../../../../shared/use-cases/follow-up/get-two-factor-adoption.ts';
import { getUser } from '../../../../../shared/use-cases/users/get-user.ts';
import { inviteAgain } from '../../../../../shared/use-cases/users/invite-again.ts';
import { listUserEvents } from '../../../../../shared/use-cases/users/list-user-events.ts';
import { listUserSignIns } from '../../../../../shared/use-cases/users/list-user-sign-ins.ts';
import { listUsers } from '../../../../../shared/use-cases/users/list-users.ts';
import { resetTwoFactor } from '../../../../../shared/use-cases/users/reset-two-factor.ts';
import { updateUser } from '../../../../../shared/use-cases/users/update-user.ts';
import { failureOf, newWorld, type World } from '../../../../world.ts';

let world: World;
let adminToken: string;
beforeEach(async () => {
  world = newWorld();
  await world.register('admin@acme.example', undefined, ['users:manage']);
  adminToken = await world.signInWithPassword('admin@acme.example');
});
const asAdmin = () => world.as(adminToken);

describe('another organization (rule 12)', () => {
  it('is invisible: its users are not found, not listed and not counted', async () => {
    const stranger = await world.register('s@globex.example');
    const caller = await asAdmin();
    expect(await failureOf(getUser(world.needs, caller, { userId: stranger.userId }))).toBe('not_found');
    expect(await failureOf(listUserSignIns(world.needs, caller, { userId: stranger.userId, limit: 5 }))).toBe(
      'not_found',
    );
    expect((await listUsers(world.needs, caller, { limit: 25 })).users).toHaveLength(1);
    expect((await getTwoFactorAdoption(world.needs, caller)).total).toBe(1);
  });

  it('is out of reach for everything that administrators do', async () => {
    const { userId: stranger } = await world.register('s@globex.example');
    const caller = await asAdmin();
    const input = { userId: stranger };
    expect(await failureOf(updateUser(world.needs, caller, { ...input, status: 'suspended' }))).toBe('not_found');
    expect(await failureOf(resetTwoFactor(world.needs, caller, { ...input, reason: 'x' }))).toBe('not_found');
    expect(await failureOf(inviteAgain(world.needs, caller, input))).toBe('not_found');
    expect(await failureOf(listUserEvents(world.needs, caller, { ...input, limit: 5 }))).toBe('not_found');
  });
});
