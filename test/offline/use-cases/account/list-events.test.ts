import { beforeEach, describe, expect, it } from 'vitest';
import { listEvents } from '../../../../shared/use-cases/account/list-events.ts';
import { showRecoveryCodes } from '../../../../shared/use-cases/two-factor/show-recovery-codes.ts';
import { inviteAgain } from '../../../../shared/use-cases/users/invite-again.ts';
import { failureOf, type World } from '../../../world.ts';
import { email, newPeople, type People } from '../people.ts';

let world: World;
let userId: string;
let asAdmin: People['asAdmin'];
beforeEach(async () => {
  ({ world, userId, asAdmin } = await newPeople());
});

describe('events', () => {
  it('show the owner what happened, but not an administrator’s address or device', async () => {
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
    expect(events[0]).not.toHaveProperty('userAgent');
    expect(events[0]).not.toHaveProperty('actorId');
    expect(events[1]).toHaveProperty('ip');
    expect(events[1]).toHaveProperty('userAgent');
  });

  it('continue where the cursor says', async () => {
    const caller = await world.as(await world.signInWithPassword(email));
    const first = await listEvents(world.needs, caller, { limit: 1 });
    const second = await listEvents(world.needs, caller, { limit: 1, cursor: first.nextCursor });
    const both = [...first.events, ...second.events].map(({ type }) => type).sort();
    expect(both).toEqual(['password_set', 'user_created']);
    expect(second.nextCursor).toBeUndefined();
    expect(await failureOf(listEvents(world.needs, caller, { limit: 1, cursor: 'AAAA' }))).toBe('request_invalid');
  });
});
