import { beforeEach, describe, expect, it } from 'vitest';
import { eraseUsers } from '../../../shared/delivery/erase-users.ts';
import { MINUTE } from '../../../shared/domain/instant.ts';
import { updateAccount } from '../../../shared/use-cases/account/update-account.ts';
import { deleteAccount } from '../../../shared/use-cases/lifecycle/delete-account.ts';
import { deleteUser } from '../../../shared/use-cases/lifecycle/delete-user.ts';
import type { World } from '../../world.ts';
import { email, newPeople, type People } from '../use-cases/people.ts';
import { newPost, type Post } from './post.ts';

let world: World;
let people: People;
let post: Post;
beforeEach(async () => {
  people = await newPeople();
  ({ world } = people);
  post = newPost(world, people.userId);
});
const run = () => eraseUsers(post.needs, world.context().now);
const leave = async () => deleteAccount(world.needs, await world.as(await world.signInWithPassword(email)));

describe('the erasure of a deleted user', () => {
  it('waits until no request that began before can still write', async () => {
    await leave();
    world.advance(2 * MINUTE - 1);
    expect(await run()).toEqual({ outcome: 'ok', erased: 0 });
    world.advance(1);
    expect(await run()).toEqual({ outcome: 'ok', erased: 1 });
    expect(await run()).toEqual({ outcome: 'ok', erased: 0 });
  });

  it('leaves nothing that names them, and tells them and the bus', async () => {
    await updateAccount(world.needs, await world.as(await world.signInWithPassword(email)), { language: 'de' });
    await leave();
    world.advance(3 * MINUTE);
    await run();
    const { userId } = people;
    expect(post.onlyMail()).toMatchObject({ to: email, subject: 'Ihr Konto wurde gelöscht' });
    expect(post.published).toMatchObject([{ type: 'user_deleted', userId, actorId: userId }]);
    const kept = JSON.stringify(Object.entries(world.state).map(([, items]) => [...items]));
    expect(kept).not.toContain(userId);
  });

  it('tells the other administrators if it was one', async () => {
    const other = await world.register('root@acme.example', people.organizationId, ['users:manage']);
    await deleteUser(world.needs, await people.asAdmin(), { userId: other.userId });
    const third = await world.register('third@acme.example', people.organizationId, ['users:manage']);
    world.advance(3 * MINUTE);
    await run();
    expect(world.state.events.get(third.userId)?.at(-1)).toMatchObject({
      ...{ type: 'administrators_changed', reason: 'user_deleted', aboutId: other.userId, actorId: people.adminId },
    });
    expect(world.state.events.get(people.adminId)?.at(-1)).toMatchObject({ type: 'user_deleted' });
  });

  it('of a withdrawn invitation mails no one', async () => {
    const { user } = await people.invited();
    await deleteUser(world.needs, await people.asAdmin(), { userId: user.id });
    world.advance(3 * MINUTE);
    expect(await run()).toEqual({ outcome: 'ok', erased: 1 });
    expect(post.mails).toEqual([]);
  });

  it.each(['mail', 'bus'] as const)('that fails at the %s comes again, and holds up no other', async (part) => {
    await leave();
    const { user } = await people.invited();
    await deleteUser(world.needs, await people.asAdmin(), { userId: user.id });
    world.advance(3 * MINUTE);
    post.breakAt(part);
    await expect(run()).rejects.toThrow('erasures failed');
    expect(world.state.erasures.size).toBe(part === 'mail' ? 1 : 2);
    post.breakAt(null);
    await run();
    expect([world.state.erasures.size, post.mails.length]).toEqual([0, 1]);
  });

  it('reports a refused mail, and is complete nevertheless', async () => {
    await leave();
    world.advance(3 * MINUTE);
    post.breakAt('refused');
    expect(await run()).toEqual({ outcome: 'mail_refused', erased: 1 });
    expect(world.state.erasures.size).toBe(0);
  });

  it('without a sender address is complete without a mail', async () => {
    await leave();
    world.advance(3 * MINUTE);
    expect(await eraseUsers({ ...post.needs, mailer: null }, world.context().now)).toMatchObject({ erased: 1 });
  });
});
