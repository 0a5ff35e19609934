import { beforeEach, describe, expect, it } from 'vitest';
import { MINUTE } from '../../../../shared/domain/instant.ts';
import { endSession } from '../../../../shared/use-cases/account/end-session.ts';
import { failureOf, type World } from '../../../world.ts';
import { eventTypesOf, sessionsOf, twoSessions } from './two-sessions.ts';

let world: World;
let here: string;
let elsewhere: string;
beforeEach(async () => {
  ({ world, here, elsewhere } = await twoSessions());
});
const list = () => sessionsOf(world, here);

describe('sessions', () => {
  it('end one by one, and at the next request', async () => {
    const [, other] = await list();
    await endSession(world.needs, await world.as(here), { sessionId: other?.id ?? '' });
    expect(await failureOf(world.as(elsewhere))).toBe('session_required');
    expect(await list()).toHaveLength(1);
    expect(await eventTypesOf(world, here)).toContain('session_ended');
  });

  it('of someone else are not found, and neither is one that has ended', async () => {
    await world.register('ben@acme.example');
    const strange = await world.as(await world.signInWithPassword('ben@acme.example'));
    const [mine] = await list();
    const end = async (sessionId: string) => failureOf(endSession(world.needs, strange, { sessionId }));
    expect(await end(mine?.id ?? '')).toBe('not_found');
    expect(await end('nonsense')).toBe('not_found');
    expect(await list()).toHaveLength(2);
  });

  it('other than this one take a fresh identity, so that a thief cannot throw the owner out', async () => {
    const [mine, other] = await list();
    world.advance(16 * MINUTE);
    const stale = await world.as(here);
    const end = (sessionId = '') => failureOf(endSession(world.needs, stale, { sessionId }));
    expect(await end(other?.id)).toBe('identity_confirmation_required');
    expect(await end(mine?.id)).toBe('none');
  });
});
