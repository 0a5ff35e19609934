import { beforeEach, describe, expect, it } from 'vitest';
import { createUser } from '../../../../shared/use-cases/users/create-user.ts';
import { failureOf, type World } from '../../../world.ts';
import { newPost } from '../../delivery/post.ts';
import { admin, newPeople, type People } from '../people.ts';

let world: World;
let organizationId: string;
let asAdmin: People['asAdmin'];
beforeEach(async () => {
  ({ world, organizationId, asAdmin } = await newPeople());
});

describe('create user', () => {
  it('creates a user of the administrator’s organization, who cannot sign in before setting a password', async () => {
    const { user, invitation } = await createUser(world.needs, await asAdmin(), {
      email: 'new@acme.example',
      name: 'New',
    });
    expect(user).toMatchObject({ email: 'new@acme.example', status: 'active', permissions: [], lastSignIn: null });
    expect(world.state.users.get(user.id)?.organizationId).toBe(organizationId);
    expect(invitation.url).toMatch(/^https:\/\/auth\.example\.com\/set-password#spi_/);
    expect(await failureOf(world.signInWithPassword('new@acme.example'))).toBe('credentials_invalid');
  });

  it('invites in the language that the administrator names', async () => {
    const input = { email: 'new@acme.example', name: 'New', language: 'de' as const };
    const { user } = await createUser(world.needs, await asAdmin(), input);
    const post = newPost(world, user.id);
    const event = world.state.events.get(user.id)?.at(-1);
    await post.tell({ kind: 'event', userId: user.id, event: event as never });
    expect(post.onlyMail().html).toContain('<html lang="de"');
  });

  it('refuses an address that is in use', async () => {
    expect(await failureOf(createUser(world.needs, await asAdmin(), { email: admin, name: 'Again' }))).toBe(
      'email_taken',
    );
  });

  it('records who did it', async () => {
    const caller = await asAdmin();
    const { user } = await createUser(world.needs, caller, { email: 'new@acme.example', name: 'New' });
    expect(world.state.events.get(user.id)).toMatchObject([{ type: 'user_created', actorId: caller.caller.user.id }]);
  });
});
