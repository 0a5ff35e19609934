import { createUser } from '../../../shared/use-cases/users/create-user.ts';
import { newWorld } from '../../world.ts';

export const admin = 'admin@acme.example';
export const email = 'bea@acme.example';

/** An organization with an administrator and a user without a permission. */
export const newPeople = async () => {
  const world = newWorld();
  const { organizationId, userId: adminId } = await world.register(admin, undefined, ['users:manage']);
  const { userId } = await world.register(email, organizationId);

  /** A moment later, so that what happens now sorts after what happened before. */
  const asAdmin = async () => {
    world.advance(1);
    return world.as(await world.signInWithPassword(admin));
  };

  /** Someone who has not set a password yet, and the token of the link that sets it. */
  const invited = async () => {
    const input = { email: 'new@acme.example', name: 'New' };
    const { user, invitation } = await createUser(world.needs, await asAdmin(), input);
    return { user, token: new URL(invitation.url).hash.slice(1) };
  };
  return { world, organizationId, adminId, userId, asAdmin, invited };
};
export type People = Awaited<ReturnType<typeof newPeople>>;
