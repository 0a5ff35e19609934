import { beforeEach, describe, expect, it, vi } from 'vitest';
import { changeUserEmail } from '../../../../shared/use-cases/lifecycle/change-user-email.ts';
import { setPassword } from '../../../../shared/use-cases/sign-in/set-password.ts';
import { failureOf, PASSWORD, type World } from '../../../world.ts';
import { newPost } from '../../delivery/post.ts';
import { admin, email, newPeople, type People } from '../people.ts';

let world: World;
let people: People;
beforeEach(async () => {
  people = await newPeople();
  ({ world } = people);
});
const change = async (userId: string, to: string, needs = world.needs) =>
  changeUserEmail(needs, await people.asAdmin(), { userId, email: to });

describe('an administrator gives a user another address', () => {
  it('at once while the invitation is open, and the next invitation goes there', async () => {
    const { user, token } = await people.invited();
    expect(await change(user.id, 'right@acme.example')).toEqual({ email: 'right@acme.example' });
    const use = setPassword(world.needs, world.context(), { token, newPassword: PASSWORD });
    expect(await failureOf(use)).toBe('challenge_invalid');
    const post = newPost(world, user.id);
    const event = world.state.events.get(user.id)?.at(-1);
    await post.tell({ kind: 'event', userId: user.id, event: event as never });
    expect(post.onlyMail()).toMatchObject({ to: 'right@acme.example' });
    // The mistyped address is free.
    await world.register(user.email, people.organizationId);
  });

  it('who has a password only by a link that the user confirms', async () => {
    expect(await change(people.userId, 'bea.new@acme.example')).toEqual({ email, sentTo: 'bea.new@acme.example' });
    expect(world.state.users.get(people.userId)?.email).toBe(email);
    expect(world.state.events.get(people.userId)?.at(-1)).toMatchObject({
      ...{ type: 'email_change_requested', actorId: people.adminId, newEmail: 'bea.new@acme.example' },
    });
  });

  it('is told that an address is taken, and may not use it', async () => {
    const { user } = await people.invited();
    expect(await failureOf(change(user.id, email))).toBe('email_taken');
    expect(await failureOf(change(people.userId, admin))).toBe('email_taken');
    expect(await change(user.id, user.email)).toEqual({ email: user.email });
  });

  it('of the same organization, active, and someone else; with mail, once there is a password', async () => {
    const stranger = await world.register('cleo@other.example');
    expect(await failureOf(change(stranger.userId, 'x@acme.example'))).toBe('not_found');
    expect(await failureOf(change(people.adminId, 'x@acme.example'))).toBe('request_invalid');
    const silent = { ...world.needs, sendsMail: false };
    expect(await failureOf(change(people.userId, 'x@acme.example', silent))).toBe('mail_required');
    const stored = world.state.users.get(people.userId);
    if (stored) stored.status = 'suspended';
    expect(await failureOf(change(people.userId, 'x@acme.example'))).toBe('user_suspended');
  });

  it('decides again when the invitation changes meanwhile, and stops when the administrator may no longer do it', async () => {
    const { user } = await people.invited();
    const asked = { userId: user.id, email: 'right@acme.example' };
    const caller = await people.asAdmin();
    const correct = vi.spyOn(world.needs.addresses, 'correct');
    correct.mockResolvedValueOnce('changed');
    vi.spyOn(world.needs.credentials, 'find').mockResolvedValueOnce(null);
    expect(await changeUserEmail(world.needs, caller, asked)).toEqual({ email: 'right@acme.example' });
    expect(correct).toHaveBeenCalledTimes(2);
    correct.mockResolvedValueOnce('actor_gone');
    expect(await failureOf(change(user.id, 'left@acme.example'))).toBe('permission_required');
    correct.mockResolvedValueOnce('email_taken');
    expect(await failureOf(change(user.id, 'left@acme.example'))).toBe('email_taken');
    expect(world.state.users.get(user.id)?.email).toBe('right@acme.example');
  });
});
