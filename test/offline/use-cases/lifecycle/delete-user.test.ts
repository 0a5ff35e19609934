import { beforeEach, describe, expect, it, vi } from 'vitest';
import { deleteUser } from '../../../../shared/use-cases/lifecycle/delete-user.ts';
import { setPassword } from '../../../../shared/use-cases/sign-in/set-password.ts';
import { failureOf, PASSWORD, type World } from '../../../world.ts';
import { email, newPeople, type People } from '../people.ts';

let world: World;
let people: People;
beforeEach(async () => {
  people = await newPeople();
  ({ world } = people);
});
const remove = async (userId: string) => deleteUser(world.needs, await people.asAdmin(), { userId });

describe('deleting a user', () => {
  it('is in the history of the administrator, since the user’s own is erased', async () => {
    await remove(people.userId);
    expect(await failureOf(world.signInWithPassword(email))).toBe('credentials_invalid');
    const { adminId, userId } = people;
    expect(world.state.events.get(adminId)?.at(-1)).toMatchObject({
      ...{ type: 'user_deleted', actorId: adminId, aboutId: userId },
    });
    expect(await failureOf(remove(userId))).toBe('not_found');
  });

  it('who has not set a password yet withdraws the invitation, and nothing can be done with its link', async () => {
    const { user, token } = await people.invited();
    await remove(user.id);
    const use = setPassword(world.needs, world.context(), { token, newPassword: PASSWORD });
    expect(await failureOf(use)).toBe('challenge_invalid');
    expect(await people.invited()).toMatchObject({ user: { email: user.email } });
    expect([...world.state.erasures.values()]).toMatchObject([{ hadPassword: false }]);
  });

  it('is for others’ accounts of one’s own organization', async () => {
    expect(await failureOf(remove(people.adminId))).toBe('request_invalid');
    const stranger = await world.register('cleo@other.example');
    expect(await failureOf(remove(stranger.userId))).toBe('not_found');
    expect(world.state.users.has(stranger.userId)).toBe(true);
  });

  it('is refused to administrators who lose the permission meanwhile, and to a key that named another request', async () => {
    const deleting = vi.spyOn(world.needs.deletions, 'delete');
    deleting.mockResolvedValueOnce('actor_gone');
    expect(await failureOf(remove(people.userId))).toBe('permission_required');
    deleting.mockResolvedValueOnce('done_before');
    expect(await failureOf(remove(people.userId))).toBe('request_invalid');
    expect(world.state.users.has(people.userId)).toBe(true);
  });
});
