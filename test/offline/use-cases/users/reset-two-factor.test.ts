import { beforeEach, describe, expect, it } from 'vitest';
import { listUserEvents } from '../../../../shared/use-cases/users/list-user-events.ts';
import { resetTwoFactor } from '../../../../shared/use-cases/users/reset-two-factor.ts';
import { failureOf, type World } from '../../../world.ts';
import { email, newPeople, type People } from '../people.ts';

let world: World;
let adminId: string;
let userId: string;
let asAdmin: People['asAdmin'];
beforeEach(async () => {
  ({ world, adminId, userId, asAdmin } = await newPeople());
});
const reset = async (id = userId) =>
  resetTwoFactor(world.needs, await asAdmin(), { userId: id, reason: 'phone lost, seen in person' });

describe('reset by an administrator', () => {
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

  it('is never possible for the caller’s own account, and finds nothing to reset if 2FA is off', async () => {
    expect(await failureOf(reset(adminId))).toBe('request_invalid');
    expect(await failureOf(reset())).toBe('two_factor_not_enabled');
  });
});
