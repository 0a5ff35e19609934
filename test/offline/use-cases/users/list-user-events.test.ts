import { beforeEach, describe, expect, it } from 'vitest';
import { MINUTE } from '../../../../shared/domain/instant.ts';
import { inviteAgain } from '../../../../shared/use-cases/users/invite-again.ts';
import { issueBypassCode } from '../../../../shared/use-cases/users/issue-bypass-code.ts';
import { listUserEvents } from '../../../../shared/use-cases/users/list-user-events.ts';
import { updateUser } from '../../../../shared/use-cases/users/update-user.ts';
import type { World } from '../../../world.ts';
import { email, newPeople, type People } from '../people.ts';

let world: World;
let adminId: string;
let userId: string;
let asAdmin: People['asAdmin'];
beforeEach(async () => {
  ({ world, adminId, userId, asAdmin } = await newPeople());
});

describe('events', () => {
  it('show an administrator who did it, and from where', async () => {
    const caller = await asAdmin();
    await inviteAgain(world.needs, caller, { userId });
    const { events } = await listUserEvents(world.needs, caller, { userId, limit: 1 });
    expect(events).toMatchObject([
      { type: 'user_invited_again', actor: 'administrator', actorId: adminId, ip: caller.client.ip },
    ]);
    expect(events[0]).not.toHaveProperty('id');
  });

  it('of an administrator are not those of the user', async () => {
    const page = async (of: string) => listUserEvents(world.needs, await asAdmin(), { userId: of, limit: 10 });
    await updateUser(world.needs, await asAdmin(), { userId, name: 'Bea Berg' });
    expect((await page(userId)).events.map(({ type }) => type)).toContain('user_renamed');
    expect((await page(adminId)).events.map(({ type }) => type)).not.toContain('user_renamed');
  });

  it('reveal no code to their readers', async () => {
    await world.enroll(await world.signInWithPassword(email));
    world.advance(MINUTE);
    await issueBypassCode(world.needs, await asAdmin(), { userId, reason: 'phone at home' });
    const { events } = await listUserEvents(world.needs, await asAdmin(), { userId, limit: 1 });
    expect(events).toMatchObject([{ type: 'bypass_code_issued', reason: 'phone at home' }]);
    expect(events[0]).not.toHaveProperty('sealedPass');
  });
});
