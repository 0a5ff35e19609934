import { beforeEach, describe, expect, it, vi } from 'vitest';
import { MINUTE } from '../../../../shared/domain/instant.ts';
import { signInTotp } from '../../../../shared/use-cases/sign-in/sign-in-totp.ts';
import { endUserSessions } from '../../../../shared/use-cases/users/end-user-sessions.ts';
import { failureOf, type World } from '../../../world.ts';
import { email, newPeople, type People } from '../people.ts';

let world: World;
let people: People;
beforeEach(async () => {
  people = await newPeople();
  ({ world } = people);
});
const end = async (userId: string) =>
  endUserSessions(world.needs, await people.asAdmin(), { userId, reason: 'laptop stolen' });

describe('ending the sessions of a user', () => {
  it('ends all of them and every open sign-in, and says why in the history', async () => {
    const { secret } = await world.enroll(await world.signInWithPassword(email));
    world.advance(MINUTE);
    const challengeToken = await world.startChallenge(email);
    await end(people.userId);
    expect(world.state.users.get(people.userId)?.sessions).toEqual({});
    const answer = signInTotp(world.needs, world.context(), { challengeToken, code: world.codeOf(secret) });
    expect(await failureOf(answer)).toBe('challenge_invalid');
    expect(world.state.events.get(people.userId)?.at(-1)).toMatchObject({
      ...{ type: 'all_sessions_ended', actorId: people.adminId, reason: 'laptop stolen' },
    });
    expect(await failureOf(world.startChallenge(email))).toBe('none');
  });

  it('is for others, of the same organization', async () => {
    expect(await failureOf(end(people.adminId))).toBe('request_invalid');
    const stranger = await world.register('cleo@other.example');
    expect(await failureOf(end(stranger.userId))).toBe('not_found');
  });

  it('decides again when the user changes meanwhile, and stops when the administrator may no longer do it', async () => {
    const ending = vi.spyOn(world.needs.sessions, 'endAll');
    ending.mockResolvedValueOnce('actor_gone');
    expect(await failureOf(end(people.userId))).toBe('permission_required');
    ending.mockResolvedValueOnce('done_before');
    expect(await failureOf(end(people.userId))).toBe('request_invalid');
    ending.mockResolvedValueOnce('changed');
    expect(await failureOf(end(people.userId))).toBe('none');
    expect(ending).toHaveBeenCalledTimes(4);
  });
});
