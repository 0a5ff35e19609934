import { beforeEach, describe, expect, it } from 'vitest';
import { signOut } from '../../../../shared/use-cases/sign-in/sign-out.ts';
import { failureOf, type World } from '../../../world.ts';
import { admin, newPeople } from '../people.ts';

let world: World;
let token: string;
beforeEach(async () => {
  ({ world } = await newPeople());
  token = await world.signInWithPassword(admin);
});
const asAdmin = () => world.as(token);

describe('account', () => {
  it('is signed out of, and that ends the session', async () => {
    await signOut(world.needs, await asAdmin());
    expect(await failureOf(asAdmin())).toBe('session_required');
  });

  it('is signed out of once: a session that was ended in the meantime is gone', async () => {
    const caller = await asAdmin();
    await signOut(world.needs, caller);
    expect(await failureOf(signOut(world.needs, caller))).toBe('session_required');
  });
});
