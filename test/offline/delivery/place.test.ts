import { beforeEach, describe, expect, it } from 'vitest';
import { eraseUsers } from '../../../shared/delivery/erase-users.ts';
import { watchChallenges } from '../../../shared/delivery/watch-challenges.ts';
import { MINUTE } from '../../../shared/domain/instant.ts';
import { deleteUser } from '../../../shared/use-cases/lifecycle/delete-user.ts';
import { anEvent } from '../../fixtures.ts';
import type { World } from '../../world.ts';
import { email, newPeople, type People } from '../use-cases/people.ts';
import { newPost, type Post } from './post.ts';

const from = { ip: '192.0.2.1', userAgent: 'curl', place: { country: 'DE', city: 'Munich' } };
const inWords = '192.0.2.1 (near Munich, Germany)';

let world: World;
let people: People;
let post: Post;
beforeEach(async () => {
  people = await newPeople();
  ({ world } = people);
  post = newPost(world, people.userId);
});

describe('the place is in the mail about', () => {
  it('what happened to an account', async () => {
    const event = { ...anEvent('password_changed', people.userId), ...from };
    await post.tell({ kind: 'event', userId: people.userId, event });
    expect(post.onlyMail().text).toContain(inWords);
  });

  it('a sign-in from a new device', async () => {
    const { id, at } = anEvent('password_changed', people.userId);
    const signIn = { id, at, method: 'password' as const, twoFactorVerified: false, ...from };
    await post.tell({ kind: 'new_device', userId: people.userId, signIn });
    expect(post.onlyMail().text).toContain(inWords);
  });

  it('a request to reset the password', async () => {
    const { id, at } = anEvent('password_changed', people.userId);
    await post.tell({ kind: 'password_reset', request: { id, at, email, ...from } });
    expect(post.onlyMail().text).toContain(inWords);
  });

  it('a closed password', async () => {
    const { id, at } = anEvent('password_changed', people.userId);
    await post.tell({ kind: 'password_reset', request: { id, at, email, ...from, isClosed: true } });
    const event = world.state.events.get(people.userId)?.at(-1);
    expect(event).toMatchObject({ type: 'password_closed', ...from });
  });

  it('an abandoned second factor', async () => {
    await world.enroll(await world.signInWithPassword(email));
    world.advance(5 * MINUTE);
    await world.needs.watches.add({ userId: people.userId, expiresAt: world.context().now, ...from });
    world.advance(MINUTE);
    await watchChallenges(world.needs, world.context().now);
    const event = world.state.events.get(people.userId)?.at(-1);
    expect(event).toMatchObject({ type: 'second_factor_abandoned', ...from });
  });

  it('another administrator', async () => {
    const third = await world.register('third@acme.example', people.organizationId, ['users:manage']);
    const event = {
      ...anEvent('permissions_granted', people.adminId),
      permissions: ['users:manage' as const],
      ...from,
    };
    await post.tell({ kind: 'event', userId: people.userId, event });
    expect(world.state.events.get(third.userId)?.at(-1)).toMatchObject({ type: 'administrators_changed', ...from });
  });

  it('a deleted administrator', async () => {
    const third = await world.register('third@acme.example', people.organizationId, ['users:manage']);
    const other = await world.register('root@acme.example', people.organizationId, ['users:manage']);
    await deleteUser(world.needs, { ...(await people.asAdmin()), client: from }, { userId: other.userId });
    world.advance(3 * MINUTE);
    await eraseUsers(post.needs, world.context().now);
    expect(world.state.events.get(third.userId)?.at(-1)).toMatchObject({ type: 'administrators_changed', ...from });
  });
});
