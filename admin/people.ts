import type { User } from '../shared/domain/entities/user.ts';
import { Failure } from '../shared/domain/errors.ts';
import { Email, Name } from '../shared/domain/fields.ts';
import { newEvent } from '../shared/use-cases/common/new-event.ts';
import { optimistically } from '../shared/use-cases/common/optimistically.ts';
import { giveAddress } from '../shared/use-cases/lifecycle/steps/give-address.ts';
import { requireActive } from '../shared/use-cases/users/steps/by-administrator.ts';
import { ACTOR, here } from './actor.ts';
import type { AdminNeeds } from './needs.ts';
import { option } from './option.ts';

/* What the operator corrects about people: also the first administrator, whom no other administrator can correct. */

/** @throws Failure `not_found` */
export const userWith = async ({ credentials, users }: AdminNeeds, email: string): Promise<User> => {
  const credential = await credentials.find(option(Email, 'email', email));
  const user = credential && (await users.get(credential.userId));
  if (!user) throw new Failure('not_found');
  return user;
};

export const changeEmail = async (needs: AdminNeeds, options: { email: string; newEmail: string }) => {
  const email = option(Email, 'new-email', options.newEmail);
  const changed = await optimistically(async () => {
    const user = requireActive(await userWith(needs, options.email));
    // Whether the deployment sends mail is not known here: the result says that it has to be confirmed by mail.
    const given = await giveAddress(needs, here(needs), { user, email, actor: null, actorId: ACTOR }, () => undefined);
    return given === 'changed' ? given : { userId: user.id, ...given };
  });
  return { ...changed, ...(changed.sentTo !== undefined && { note: 'the address changes when its reader confirms' }) };
};

export const renameUser = async (needs: AdminNeeds, options: { email: string; name: string }) => {
  const name = option(Name, 'name', options.name);
  return optimistically(async () => {
    const user = await userWith(needs, options.email);
    const event = newEvent(needs, here(needs), 'user_renamed', ACTOR);
    const to = { name, permissions: user.permissions, status: user.status };
    const { now } = here(needs);
    const outcome =
      user.name === name ? 'updated' : await needs.users.update({ actor: null, user, to, events: [event], now });
    return outcome === 'changed' ? outcome : { userId: user.id, name };
  });
};
