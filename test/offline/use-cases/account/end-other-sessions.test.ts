import { beforeEach, describe, expect, it } from 'vitest';
import { MINUTE } from '../../../../shared/domain/instant.ts';
import { endOtherSessions } from '../../../../shared/use-cases/account/end-other-sessions.ts';
import { signInTotp } from '../../../../shared/use-cases/sign-in/sign-in-totp.ts';
import { failureOf, type World } from '../../../world.ts';
import { email, sessionsOf, twoSessions } from './two-sessions.ts';

let world: World;
let here: string;
let elsewhere: string;
beforeEach(async () => {
  ({ world, here, elsewhere } = await twoSessions());
});
const list = () => sessionsOf(world, here);
const endOthers = async () => {
  const { session } = await endOtherSessions(world.needs, await world.as(here));
  here = session.token;
};

describe('sessions', () => {
  it('except this one end together, with every open challenge', async () => {
    const { secret, token } = await world.enroll(here);
    here = token;
    world.advance(MINUTE);
    const challengeToken = await world.startChallenge(email);
    await endOthers();
    expect(await list()).toMatchObject([{ current: true }]);
    const answer = signInTotp(world.needs, world.context(), { challengeToken, code: world.codeOf(secret) });
    expect(await failureOf(answer)).toBe('challenge_invalid');
  });

  it('end together with the copy of this one’s token', async () => {
    const copy = here;
    await endOthers();
    expect(await failureOf(world.as(copy))).toBe('session_required');
    expect(await failureOf(world.as(here))).toBe('none');
  });

  it('are not ended by a session that is outdated itself', async () => {
    const outdated = await world.as(elsewhere);
    await endOthers();
    expect(await failureOf(endOtherSessions(world.needs, outdated))).toBe('temporarily_unavailable');
    expect(await list()).toHaveLength(1);
  });
});
