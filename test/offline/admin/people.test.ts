import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AdminNeeds } from '../../../admin/needs.ts';
import { changeEmail, renameUser } from '../../../admin/people.ts';
import { email, newPeople, type People } from '../use-cases/people.ts';

let people: People;
let needs: AdminNeeds;
beforeEach(async () => {
  people = await newPeople();
  // The stores in memory have the same ports as the table's.
  needs = people.world.needs as unknown as AdminNeeds;
});
const eventsOf = (userId: string) => people.world.state.events.get(userId) ?? [];

describe('change-email', () => {
  it('corrects an invitation at once, also that of the first administrator', async () => {
    const { user } = await people.invited();
    const changed = await changeEmail(needs, { email: user.email, newEmail: 'right@acme.example' });
    expect(changed).toEqual({ userId: user.id, email: 'right@acme.example' });
    expect(people.world.state.users.get(user.id)?.email).toBe('right@acme.example');
    expect(eventsOf(user.id).at(-1)).toMatchObject({ type: 'user_invited_again', actorId: 'command-line' });
  });

  it('asks the reader of the new address where the account has an owner', async () => {
    const changed = await changeEmail(needs, { email, newEmail: 'bea@new.example' });
    expect(changed).toMatchObject({ email, sentTo: 'bea@new.example', note: expect.any(String) });
    expect(people.world.state.users.get(people.userId)?.email).toBe(email);
    expect(eventsOf(people.userId).at(-1)).toMatchObject({
      type: 'email_change_requested',
      newEmail: 'bea@new.example',
    });
  });

  it.each([
    ['an address that is taken', { email, newEmail: 'admin@acme.example' }, 'email_taken'],
    ['an account that does not exist', { email: 'nobody@acme.example', newEmail: 'x@acme.example' }, 'not_found'],
  ])('refuses %s', async (_, options, code) => {
    await expect(changeEmail(needs, options)).rejects.toMatchObject({ code });
  });

  it('refuses what is no address', async () => {
    await expect(changeEmail(needs, { email, newEmail: 'bea' })).rejects.toThrow('--new-email');
  });

  it('is repeated if something else changed the account meanwhile', async () => {
    const { user } = await people.invited();
    vi.spyOn(needs.addresses, 'correct').mockResolvedValueOnce('changed');
    expect(await changeEmail(needs, { email: user.email, newEmail: 'right@acme.example' })).toMatchObject({
      email: 'right@acme.example',
    });
  });
});

describe('rename-user', () => {
  it('corrects a name, once', async () => {
    const renamed = () => eventsOf(people.userId).filter(({ type }) => type === 'user_renamed');
    for (const _ of [1, 2]) {
      expect(await renameUser(needs, { email, name: 'Beatrix Kiddo' })).toEqual({
        ...{ userId: people.userId, name: 'Beatrix Kiddo' },
      });
    }
    expect(renamed()).toMatchObject([{ actorId: 'command-line' }]);
  });
});
