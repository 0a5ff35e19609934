import { beforeEach, describe, expect, it, vi } from 'vitest';
import { deliver } from '../../../../shared/delivery/deliver.ts';
import { DAY } from '../../../../shared/domain/instant.ts';
import { getAccount } from '../../../../shared/use-cases/account/get-account.ts';
import { getTwoFactorAdoptionHistory } from '../../../../shared/use-cases/follow-up/get-two-factor-adoption-history.ts';
import { getTwoFactorPolicy } from '../../../../shared/use-cases/follow-up/get-two-factor-policy.ts';
import { remindOrganization } from '../../../../shared/use-cases/follow-up/remind.ts';
import { remindUsers } from '../../../../shared/use-cases/follow-up/remind-users.ts';
import { setTwoFactorPolicy } from '../../../../shared/use-cases/follow-up/set-two-factor-policy.ts';
import { disableTwoFactor } from '../../../../shared/use-cases/two-factor/disable-two-factor.ts';
import { createUser } from '../../../../shared/use-cases/users/create-user.ts';
import { getUser } from '../../../../shared/use-cases/users/get-user.ts';
import { updateUser } from '../../../../shared/use-cases/users/update-user.ts';
import { anEvent } from '../../../fixtures.ts';
import { newWorld, type World } from '../../../world.ts';

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
const asAdmin = async () => world.as(await world.signInWithPassword(admin));
const remind = async (...userIds: string[]) => remindUsers(world.needs, await asAdmin(), { userIds });

describe('reminders', () => {
  it('go to who has 2FA off, once a week, and the user list shows when', async () => {
    expect(await remind(userId, userId)).toEqual({ reminded: [userId], skipped: [] });
    expect(await remind(userId)).toEqual({ reminded: [], skipped: [{ userId, reason: 'recently' }] });
    expect(await getUser(world.needs, await asAdmin(), { userId })).toHaveProperty('remindedAt');
    world.advance(7 * DAY);
    expect((await remind(userId)).reminded).toEqual([userId]);
    const events = (world.state.events.get(userId) ?? []).filter(({ type }) => type === 'two_factor_reminded');
    expect(events).toMatchObject([{ actorId: adminId }, { actorId: adminId }]);
  });

  it('do not go to who has it on, is suspended, or belongs to someone else', async () => {
    const enabled = await world.register('on@acme.example', organizationId);
    await world.enroll(await world.signInWithPassword('on@acme.example'));
    const suspended = await world.register('off@acme.example', organizationId);
    const change = { userId: suspended.userId, status: 'suspended' as const };
    await updateUser(world.needs, await asAdmin(), change);
    const stranger = await world.register('s@globex.example');
    expect(await remind(enabled.userId, suspended.userId, stranger.userId)).toEqual({
      reminded: [],
      skipped: [
        { userId: enabled.userId, reason: 'enabled' },
        { userId: suspended.userId, reason: 'suspended' },
        { userId: stranger.userId, reason: 'not_found' },
      ],
    });
  });

  it('do not go to who has not set a password yet: that takes an invitation', async () => {
    const input = { email: 'new@acme.example', name: 'New' };
    const { user } = await createUser(world.needs, await asAdmin(), input);
    expect(await remind(user.id)).toEqual({ reminded: [], skipped: [{ userId: user.id, reason: 'not_set_up' }] });
  });

  it('of an organization of more than a page go to all of them', async () => {
    const page = world.needs.users.page;
    const small = vi.spyOn(world.needs.users, 'page').mockImplementation((query) => page({ ...query, limit: 1 }));
    const all = { organizationId, actorId: 'command-line' };
    expect(await remindOrganization(world.needs, world.context(), all)).toEqual({ reminded: 2, skipped: 0 });
    expect(small).toHaveBeenCalledTimes(2);
  });

  it('of a whole organization go to all who have it off, page by page', async () => {
    await world.register('on@acme.example', organizationId);
    await world.enroll(await world.signInWithPassword('on@acme.example'));
    const all = () => remindOrganization(world.needs, world.context(), { organizationId, actorId: 'command-line' });
    expect(await all()).toEqual({ reminded: 2, skipped: 0 });
    expect(await all()).toEqual({ reminded: 0, skipped: 2 });
  });

  it('sent by two administrators at once is one', async () => {
    const [one, two] = await Promise.all([remind(userId), remind(userId)]);
    expect([...one.reminded, ...two.reminded]).toEqual([userId]);
  });
});

describe('the two-factor policy', () => {
  const set = async (mode: 'off' | 'encouraged' | 'required', requiredFrom?: string) =>
    setTwoFactorPolicy(world.needs, await asAdmin(), { mode, ...(requiredFrom && { requiredFrom }) });

  it('is off by itself: 2FA is voluntary', async () => {
    expect(await getTwoFactorPolicy(world.needs, await asAdmin())).toEqual({ mode: 'off' });
    const account = await getAccount(world.needs, await asAdmin());
    expect(account.organization).not.toHaveProperty('twoFactorPolicy');
  });

  it('is told to the users, and stands in the administrator’s history', async () => {
    const requiredFrom = '2027-01-01T00:00:00.000Z';
    expect(await set('required', requiredFrom)).toEqual({ mode: 'required', requiredFrom });
    const account = await getAccount(world.needs, await asAdmin());
    expect(account.organization).toMatchObject({ twoFactorPolicy: { mode: 'required', requiredFrom } });
    expect(world.state.events.get(adminId)).toContainEqual(
      expect.objectContaining({ type: 'two_factor_policy_set', reason: `required from ${requiredFrom}` }),
    );
    await set('encouraged');
    expect(await getTwoFactorPolicy(world.needs, await asAdmin())).toEqual({ mode: 'encouraged' });
  });

  it('is known to each session that begins under it, with a second factor or without', async () => {
    const from = world.context().now + DAY;
    await set('required', new Date(from).toISOString());
    const token = await world.signInWithPassword(email);
    expect((await world.as(token)).caller.session.twoFactorRequiredFrom).toBe(from);
    await set('off');
    const later = await world.signInWithPassword(email);
    expect((await world.as(later)).caller.session).not.toHaveProperty('twoFactorRequiredFrom');
  });
});

describe('adoption over time', () => {
  const tell = async (type: 'two_factor_enabled' | 'two_factor_disabled' | 'password_set') => {
    const notification = { kind: 'event' as const, userId, event: { ...anEvent(type), at: world.context().now } };
    const needs = { ...world.needs, mailer: null, bus: { publish: async () => undefined } };
    await deliver(needs, world.context().now, notification);
  };
  const days = async () => (await getTwoFactorAdoptionHistory(world.needs, await asAdmin())).days;

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

  it('that cannot be kept comes again', async () => {
    vi.spyOn(world.needs.adoptions, 'keepDay').mockRejectedValueOnce(new Error('throttled'));
    await expect(tell('two_factor_enabled')).rejects.toThrow('throttled');
    await tell('two_factor_enabled');
    expect(await days()).toHaveLength(1);
  });
});
