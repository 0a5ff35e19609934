import { beforeEach, describe, expect, it } from 'vitest';
import { listSignIns } from '../../../../shared/use-cases/account/list-sign-ins.ts';
import { getUser } from '../../../../shared/use-cases/users/get-user.ts';
import { listUserSignIns } from '../../../../shared/use-cases/users/list-user-sign-ins.ts';
import type { World } from '../../../world.ts';
import { email, newPeople, type People } from '../people.ts';

let world: World;
let userId: string;
let asAdmin: People['asAdmin'];
beforeEach(async () => {
  ({ world, userId, asAdmin } = await newPeople());
});

describe('sign-ins', () => {
  it('are shown to the owner and to the administrator alike', async () => {
    const own = await world.signInWithPassword(email);
    const mine = await listSignIns(world.needs, await world.as(own), { limit: 5 });
    expect(mine.signIns).toMatchObject([{ method: 'password', twoFactorVerified: false }]);
    expect(await listUserSignIns(world.needs, await asAdmin(), { userId, limit: 5 })).toEqual(mine);
    expect(await getUser(world.needs, await asAdmin(), { userId })).toMatchObject({
      lastSignIn: { twoFactorVerified: false },
    });
  });

  it('continue where the cursor says, for the same user', async () => {
    await world.signInWithPassword(email);
    world.advance(1_000);
    await world.signInWithPassword(email);
    const page = async (cursor?: string) => listUserSignIns(world.needs, await asAdmin(), { userId, limit: 1, cursor });
    const first = await page();
    const second = await page(first.nextCursor);
    expect(Date.parse(first.signIns[0]?.at ?? '') - Date.parse(second.signIns[0]?.at ?? '')).toBe(1_000);
    expect(second.nextCursor).toBeUndefined();
  });
});
