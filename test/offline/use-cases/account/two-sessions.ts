import { MINUTE } from '../../../../shared/domain/instant.ts';
import { listEvents } from '../../../../shared/use-cases/account/list-events.ts';
import { listSessions } from '../../../../shared/use-cases/account/list-sessions.ts';
import { newWorld, type World } from '../../../world.ts';

export const email = 'uma@acme.example';

/** Someone who signed in elsewhere, and a minute later here. */
export const twoSessions = async () => {
  const world = newWorld();
  const { userId } = await world.register(email);
  const elsewhere = await world.signInWithPassword(email);
  world.advance(MINUTE);
  return { world, userId, elsewhere, here: await world.signInWithPassword(email) };
};

export const sessionsOf = async (world: World, token: string) =>
  (await listSessions(world.needs, await world.as(token))).sessions;

export const eventTypesOf = async (world: World, token: string) =>
  (await listEvents(world.needs, await world.as(token), { limit: 10 })).events.map(({ type }) => type);
