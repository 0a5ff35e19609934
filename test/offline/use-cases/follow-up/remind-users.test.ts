import { beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '../../../../shared/domain/instant.ts';
import { updateAccount } from '../../../../shared/use-cases/account/update-account.ts';
import { remindUsers } from '../../../../shared/use-cases/follow-up/remind-users.ts';
import { getUser } from '../../../../shared/use-cases/users/get-user.ts';
import { updateUser } from '../../../../shared/use-cases/users/update-user.ts';
import type { World } from '../../../world.ts';
import { newPost } from '../../delivery/post.ts';
import { email, newPeople, type People } from '../people.ts';

let world: World;
let organizationId: string;
let adminId: string;
let userId: string;
let asAdmin: People['asAdmin'];
let invited: People['invited'];
beforeEach(async () => {
  ({ world, organizationId, adminId, userId, asAdmin, invited } = await newPeople());
});
const remind = async (...userIds: string[]) => remindUsers(world.needs, await asAdmin(), { userIds });

describe('reminders', () => {
  it('go to users with 2FA off, once a week, and the user list shows when', async () => {
    expect(await remind(userId, userId)).toEqual({ reminded: [userId], skipped: [] });
    expect(await remind(userId)).toEqual({ reminded: [], skipped: [{ userId, reason: 'recently' }] });
    expect(await getUser(world.needs, await asAdmin(), { userId })).toHaveProperty('remindedAt');
    world.advance(7 * DAY);
    expect((await remind(userId)).reminded).toEqual([userId]);
    const events = (world.state.events.get(userId) ?? []).filter(({ type }) => type === 'two_factor_reminded');
    expect(events).toMatchObject([{ actorId: adminId }, { actorId: adminId }]);
  });

  it('do not go to users who have it on, are suspended, or belong to another organization', async () => {
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

  it('do not go to users who have not set a password yet: that takes an invitation', async () => {
    const { user } = await invited();
    expect(await remind(user.id)).toEqual({ reminded: [], skipped: [{ userId: user.id, reason: 'not_set_up' }] });
  });

  it('do not go to users who want none, until they want them again', async () => {
    const owner = async () => world.as(await world.signInWithPassword(email));
    expect(await updateAccount(world.needs, await owner(), { reminders: false })).toMatchObject({ reminders: false });
    expect(await remind(userId)).toEqual({ reminded: [], skipped: [{ userId, reason: 'declined' }] });
    expect(await updateAccount(world.needs, await owner(), { reminders: true })).toMatchObject({ reminders: true });
    expect((await remind(userId)).reminded).toEqual([userId]);
  });

  it('name the page where they can be stopped, and no other mail does', async () => {
    const post = newPost(world, userId);
    await post.tell(post.happened('two_factor_reminded'));
    await post.tell(post.happened('password_changed'));
    expect(post.mails.map(({ unsubscribe }) => unsubscribe)).toEqual([
      'https://auth.example.com/account/profile',
      undefined,
    ]);
    expect(post.mails[0]?.text).toContain('under Profile');
  });

  it('sent by two administrators at once are one', async () => {
    const [one, two] = await Promise.all([remind(userId), remind(userId)]);
    expect([...one.reminded, ...two.reminded]).toEqual([userId]);
  });
});
