import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Permission } from '../../../../shared/domain/fields.ts';
import { updateUser } from '../../../../shared/use-cases/users/update-user.ts';
import { failureOf, type World } from '../../../world.ts';
import { email, newPeople, type People } from '../people.ts';

let world: World;
let organizationId: string;
let adminId: string;
let userId: string;
let asAdmin: People['asAdmin'];
beforeEach(async () => {
  ({ world, organizationId, adminId, userId, asAdmin } = await newPeople());
});
type Change = { name?: string; permissions?: Permission[]; status?: 'active' | 'suspended' };
const update = async (change: Change, id = userId) =>
  updateUser(world.needs, await asAdmin(), { userId: id, ...change });

describe('update user', () => {
  it('changes what is given and nothing else', async () => {
    expect(await update({ name: 'Bea Berg' })).toMatchObject({ name: 'Bea Berg', permissions: [], status: 'active' });
    const permitted = await update({ permissions: ['users:manage', 'users:manage'] });
    expect(permitted).toMatchObject({ name: 'Bea Berg', permissions: ['users:manage'] });
  });

  it('suspends: every session ends, and no sign-in works until the user is active again', async () => {
    const token = await world.signInWithPassword(email);
    await update({ status: 'suspended' });
    expect(world.state.users.get(userId)?.sessions).toEqual({});
    expect(await failureOf(world.signInWithPassword(email))).toBe('credentials_invalid');
    await update({ status: 'active' });
    expect(await failureOf(world.signInWithPassword(email))).toBe('none');
    // What was open before does not come back.
    const found = await world.as(token).catch(() => null);
    expect(found && found.caller.session.authVersion === found.caller.user.authVersion).toBeFalsy();
    expect(world.state.events.get(userId)?.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['user_suspended', 'user_reactivated']),
    );
  });

  it('keeps sessions if only name or permissions change', async () => {
    const token = await world.signInWithPassword(email);
    await update({ permissions: ['users:manage'] });
    expect(await failureOf(world.as(token))).toBe('none');
    expect((await world.as(token)).caller.user.permissions).toEqual(['users:manage']);
  });

  it('does not let administrators change their own permissions or status, only their own name', async () => {
    expect(await failureOf(update({ status: 'suspended' }, adminId))).toBe('request_invalid');
    expect(await failureOf(update({ permissions: [] }, adminId))).toBe('request_invalid');
    expect(await update({ name: 'Ada' }, adminId)).toMatchObject({ name: 'Ada' });
  });

  it('records what was granted and what was withdrawn, by name', async () => {
    await update({ permissions: ['users:manage'] });
    await update({ permissions: [] });
    const changes = (world.state.events.get(userId) ?? []).filter(({ permissions }) => permissions);
    expect(changes.map(({ type, permissions }) => ({ type, permissions }))).toEqual([
      { type: 'permissions_granted', permissions: ['users:manage'] },
      { type: 'permissions_withdrawn', permissions: ['users:manage'] },
    ]);
  });

  it('that changes nothing does nothing: no one is notified', async () => {
    const write = vi.spyOn(world.needs.users, 'update');
    const before = world.state.events.get(userId)?.length;
    expect(await update({ name: 'Uma Unger', permissions: [], status: 'active' })).toMatchObject({ name: 'Uma Unger' });
    expect(world.state.events.get(userId)).toHaveLength(before ?? 0);
    expect(write).not.toHaveBeenCalled();
  });

  it('leaves an organization its last administrator', async () => {
    const other = await world.register('second@acme.example', organizationId, ['users:manage']);
    const caller = await asAdmin();
    // In the count, the caller no longer is one: the other demoted them at the same moment.
    vi.spyOn(world.needs.users, 'update').mockResolvedValueOnce('last_administrator');
    const input = { userId: other.userId, permissions: [] };
    expect(await failureOf(updateUser(world.needs, caller, input))).toBe('last_administrator');
  });

  it('is decided again after losing to another administrator’s change', async () => {
    vi.spyOn(world.needs.users, 'update').mockResolvedValueOnce('changed');
    expect(await update({ name: 'Bea Berg' })).toMatchObject({ name: 'Bea Berg' });
  });
});
