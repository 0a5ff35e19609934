import { expect, it } from 'vitest';
import { listUserSessions } from '../../../../shared/use-cases/users/list-user-sessions.ts';
import { failureOf } from '../../../world.ts';
import { email, newPeople } from '../people.ts';

it('the sessions of a user are shown to administrators of the same organization', async () => {
  const { world, asAdmin, userId } = await newPeople();
  for (let count = 0; count < 2; count += 1) await world.signInWithPassword(email);
  const { sessions } = await listUserSessions(world.needs, await asAdmin(), { userId });
  expect(sessions).toMatchObject([{ current: false }, { current: false }]);
  expect(JSON.stringify(sessions)).not.toContain('sps_');
  const stranger = await world.register('cleo@other.example');
  const foreign = listUserSessions(world.needs, await asAdmin(), { userId: stranger.userId });
  expect(await failureOf(foreign)).toBe('not_found');
});
