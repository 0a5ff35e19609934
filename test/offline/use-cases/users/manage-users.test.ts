import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Permission } from '../../../../shared/domain/fields.ts';
import { listEvents } from '../../../../shared/use-cases/account/list-events.ts';
import { showRecoveryCodes } from '../../../../shared/use-cases/two-factor/show-recovery-codes.ts';
import { inviteAgain } from '../../../../shared/use-cases/users/invite-again.ts';
import { issueBypassCode } from '../../../../shared/use-cases/users/issue-bypass-code.ts';
import { listUserEvents } from '../../../../shared/use-cases/users/list-user-events.ts';
import { resetTwoFactor } from '../../../../shared/use-cases/users/reset-two-factor.ts';
import { updateUser } from '../../../../shared/use-cases/users/update-user.ts';
import { failureOf, newWorld, type World } from '../../../world.ts';

const admin = 'admin@acme.example';
const email = 'bea@acme.example';
let world: World;
let organizationId: string;
let adminId: string;
let userId: string;
beforeEach(async () => {
  world = newWorld();
  ({ organizationId, userId: adminId } = await world.register(admin, undefined, ['users:manage']));
  ({ userId } = await world.register(email, organizationId));
});
/** A moment later, so that what happens now sorts after what happened before. */
const asAdmin = async () => {
  world.advance(1);
  return world.as(await world.signInWithPassword(admin));
};
type Change = { name?: string; permissions?: Permission[]; status?: 'active' | 'suspended' };
const update = async (change: Change, id = userId) =>
  updateUser(world.needs, await asAdmin(), { userId: id, ...change });
const isLive = async (token: string) => (await failureOf(world.as(token))) === 'none';

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

  it('keeps sessions where only name or permissions change', async () => {
    const token = await world.signInWithPassword(email);
    await update({ permissions: ['users:manage'] });
    expect(await isLive(token)).toBe(true);
    expect((await world.as(token)).caller.user.permissions).toEqual(['users:manage']);
  });

  it('is not for one’s own permissions or status, but for one’s name', async () => {
    expect(await failureOf(update({ status: 'suspended' }, adminId))).toBe('request_invalid');
    expect(await failureOf(update({ permissions: [] }, adminId))).toBe('request_invalid');
    expect(await update({ name: 'Ada' }, adminId)).toMatchObject({ name: 'Ada' });
  });

  it('notes what was granted and what was withdrawn, by name', async () => {
    await update({ permissions: ['users:manage'] });
    await update({ permissions: [] });
    const changes = (world.state.events.get(userId) ?? []).filter(({ permissions }) => permissions);
    expect(changes.map(({ type, permissions }) => ({ type, permissions }))).toEqual([
      { type: 'permissions_granted', permissions: ['users:manage'] },
      { type: 'permissions_withdrawn', permissions: ['users:manage'] },
    ]);
  });

  it('that changes nothing is nothing: nobody hears of it', async () => {
    const write = vi.spyOn(world.needs.users, 'update');
    const before = world.state.events.get(userId)?.length;
    expect(await update({ name: 'Uma Unger', permissions: [], status: 'active' })).toMatchObject({ name: 'Uma Unger' });
    expect(world.state.events.get(userId)).toHaveLength(before ?? 0);
    expect(write).not.toHaveBeenCalled();
  });

  it('leaves an organization its last administrator', async () => {
    const other = await world.register('second@acme.example', organizationId, ['users:manage']);
    const caller = await asAdmin();
    // Whoever asks is one no more in the eyes of the count: demoted by the other at the same moment.
    vi.spyOn(world.needs.users, 'update').mockResolvedValueOnce('last_administrator');
    const input = { userId: other.userId, permissions: [] };
    expect(await failureOf(updateUser(world.needs, caller, input))).toBe('last_administrator');
  });

  it('lost to another administrator’s change is decided again', async () => {
    vi.spyOn(world.needs.users, 'update').mockResolvedValueOnce('changed');
    expect(await update({ name: 'Bea Berg' })).toMatchObject({ name: 'Bea Berg' });
  });
});

describe('reset by an administrator', () => {
  const reset = async (id = userId) =>
    resetTwoFactor(world.needs, await asAdmin(), { userId: id, reason: 'phone lost, seen in person' });

  it('removes the factor, ends the user’s sessions and keeps the reason', async () => {
    let token = await world.signInWithPassword(email);
    ({ token } = await world.enroll(token));
    await reset();
    expect(world.state.users.get(userId)?.sessions).toEqual({});
    expect(await failureOf(world.signInWithPassword(email))).toBe('none');
    const { events } = await listUserEvents(world.needs, await asAdmin(), { userId, limit: 1 });
    expect(events).toMatchObject([
      { type: 'two_factor_reset', actor: 'administrator', actorId: adminId, reason: 'phone lost, seen in person' },
    ]);
  });

  it('is never one’s own, and finds nothing to reset where 2FA is off', async () => {
    expect(await failureOf(reset(adminId))).toBe('request_invalid');
    expect(await failureOf(reset())).toBe('two_factor_not_enabled');
  });
});

describe('another invitation, and a bypass code', () => {
  it('lost to another change of the account are decided again', async () => {
    await world.enroll(await world.signInWithPassword(email));
    world.advance(60_000);
    vi.spyOn(world.needs.passwordTokens, 'invite').mockResolvedValueOnce('changed');
    expect(await inviteAgain(world.needs, await asAdmin(), { userId })).toEqual({ sentTo: email });
    vi.spyOn(world.needs.twoFactors, 'issueBypassCode').mockResolvedValueOnce('changed');
    const input = { userId, reason: 'phone at home' };
    expect(await issueBypassCode(world.needs, await asAdmin(), input)).toMatchObject({ sentTo: email });
  });
});

describe('another organization (rule 12)', () => {
  it('is a wall for everything that administrators do', async () => {
    const { userId: stranger } = await world.register('s@globex.example');
    const caller = await asAdmin();
    const input = { userId: stranger };
    expect(await failureOf(updateUser(world.needs, caller, { ...input, status: 'suspended' }))).toBe('not_found');
    expect(await failureOf(resetTwoFactor(world.needs, caller, { ...input, reason: 'x' }))).toBe('not_found');
    expect(await failureOf(inviteAgain(world.needs, caller, input))).toBe('not_found');
    expect(await failureOf(listUserEvents(world.needs, caller, { ...input, limit: 5 }))).toBe('not_found');
  });
});

describe('events', () => {
  it('tell the owner what happened, but not where an administrator sat', async () => {
    let token = await world.signInWithPassword(email);
    world.advance(1);
    ({ token } = await world.enroll(token));
    world.advance(1);
    await showRecoveryCodes(world.needs, await world.as(token));
    await inviteAgain(world.needs, await asAdmin(), { userId });
    const { events } = await listEvents(world.needs, await world.as(token), { limit: 10 });
    const told = events.map(({ type, actor }) => `${type} by ${actor}`);
    expect(told.slice(0, 3)).toEqual([
      'user_invited_again by administrator',
      'recovery_codes_shown by owner',
      'two_factor_enabled by owner',
    ]);
    // Of the same instant.
    expect(told.slice(3).sort()).toEqual(['password_set by link_holder', 'user_created by operator']);
    expect(events[0]).not.toHaveProperty('ip');
    expect(events[0]).not.toHaveProperty('actorId');
    expect(events[1]).toHaveProperty('ip');
  });

  it('go on where the cursor says', async () => {
    const caller = await world.as(await world.signInWithPassword(email));
    const first = await listEvents(world.needs, caller, { limit: 1 });
    const second = await listEvents(world.needs, caller, { limit: 1, cursor: first.nextCursor });
    const both = [...first.events, ...second.events].map(({ type }) => type).sort();
    expect(both).toEqual(['password_set', 'user_created']);
    expect(second.nextCursor).toBeUndefined();
    expect(await failureOf(listEvents(world.needs, caller, { limit: 1, cursor: 'AAAA' }))).toBe('request_invalid');
  });

  it('that codes are shown is noted first: if it cannot be, they are not shown', async () => {
    let token = await world.signInWithPassword(email);
    ({ token } = await world.enroll(token));
    vi.spyOn(world.needs.securityEvents, 'put').mockRejectedValueOnce(new Error('throttled'));
    await expect(showRecoveryCodes(world.needs, await world.as(token))).rejects.toThrow('throttled');
  });
});
