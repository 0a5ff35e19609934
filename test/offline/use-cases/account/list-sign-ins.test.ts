import { beforeEach, describe, expect, it } from 'vitest';
import { encodeCursor } from '../../../../shared/domain/cursor.ts';
import { listSignIns } from '../../../../shared/use-cases/account/list-sign-ins.ts';
import { failureOf, type World } from '../../../world.ts';
import { admin, email, newPeople } from '../people.ts';

let world: World;
let token: string;
beforeEach(async () => {
  ({ world } = await newPeople());
  token = await world.signInWithPassword(admin);
});
const asAdmin = () => world.as(token);

describe('sign-ins', () => {
  it('are the caller’s own, with the latest first', async () => {
    await world.signInWithPassword(email);
    world.advance(1_000);
    token = await world.signInWithPassword(admin);
    const { signIns } = await listSignIns(world.needs, await asAdmin(), { limit: 5 });
    const now = world.context().now;
    expect(signIns.map(({ at }) => Date.parse(at))).toEqual([now, now - 1_000]);
  });

  it('continue where the cursor says', async () => {
    world.advance(1_000);
    token = await world.signInWithPassword(admin);
    const first = await listSignIns(world.needs, await asAdmin(), { limit: 1 });
    const second = await listSignIns(world.needs, await asAdmin(), { limit: 1, cursor: first.nextCursor });
    expect(first.signIns[0]?.at).not.toBe(second.signIns[0]?.at);
    expect(second.nextCursor).toBeUndefined();
    expect(await failureOf(listSignIns(world.needs, await asAdmin(), { limit: 1, cursor: encodeCursor('x') }))).toBe(
      'request_invalid',
    );
  });
});
