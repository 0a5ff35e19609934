import { beforeEach, describe, expect, it, vi } from 'vitest';
import { watchChallenges } from '../../../shared/delivery/watch-challenges.ts';
import { HOUR, MINUTE, SECOND } from '../../../shared/domain/instant.ts';
import { signInTotp } from '../../../shared/use-cases/sign-in/sign-in-totp.ts';
import { client } from '../../fixtures.ts';
import { newWorld, type World } from '../../world.ts';

const email = 'uma@acme.example';
let world: World;
let userId: string;
let secret: string;
beforeEach(async () => {
  world = newWorld();
  ({ userId } = await world.register(email));
  ({ secret } = await world.enroll(await world.signInWithPassword(email)));
  world.advance(30 * SECOND);
});
const begin = () => world.startChallenge(email);
const look = () => watchChallenges(world.needs, world.context().now);
const alarms = () => (world.state.events.get(userId) ?? []).filter(({ type }) => type === 'second_factor_abandoned');

describe('a challenge that a stranger started', () => {
  it('and abandoned triggers a notice to the owner when it has expired, with where it came from', async () => {
    await begin();
    world.advance(4 * MINUTE);
    expect(await look()).toEqual({ looked: 0, alarms: 0 });
    world.advance(2 * MINUTE);
    expect(await look()).toEqual({ looked: 1, alarms: 1 });
    expect(alarms()).toMatchObject([{ actorId: 'stranger', ip: client.ip }]);
    expect(await look()).toEqual({ looked: 0, alarms: 0 });
  });

  it('many times is looked at once a minute, and triggers one notice a day', async () => {
    for (let count = 0; count < 20; count += 1) await begin();
    world.advance(6 * MINUTE);
    expect(await look()).toEqual({ looked: 1, alarms: 1 });
    world.advance(24 * HOUR);
    await begin();
    world.advance(6 * MINUTE);
    expect(await look()).toEqual({ looked: 1, alarms: 1 });
  });

  it('and answered triggers no notice, nor one that was started again and answered', async () => {
    await begin();
    const challengeToken = await begin();
    await signInTotp(world.needs, world.context(), { challengeToken, code: world.codeOf(secret) });
    world.advance(6 * MINUTE);
    expect(await look()).toEqual({ looked: 1, alarms: 0 });
  });

  it('triggers no notice if 2FA was turned off, or the user suspended, in the meantime', async () => {
    await begin();
    const user = world.state.users.get(userId);
    if (user) user.status = 'suspended';
    world.advance(6 * MINUTE);
    expect(await look()).toEqual({ looked: 1, alarms: 0 });
  });

  it('triggers no second notice if another run has just sent one', async () => {
    await begin();
    world.advance(6 * MINUTE);
    vi.spyOn(world.needs.users, 'alarm').mockResolvedValueOnce('not_due');
    expect(await look()).toEqual({ looked: 1, alarms: 0 });
  });

  it('that cannot be checked is checked in the next run', async () => {
    await begin();
    world.advance(6 * MINUTE);
    const users = { ...world.needs.users, get: () => Promise.reject(new Error('throttled')) };
    await expect(watchChallenges({ ...world.needs, users }, world.context().now)).rejects.toThrow('throttled');
    world.advance(5 * MINUTE);
    expect(await look()).toEqual({ looked: 1, alarms: 1 });
  });

  it('costs a look at ten minutes; after runs that failed, at all since the last one that did not, up to an hour', async () => {
    const over = vi.spyOn(world.needs.watches, 'over');
    const { now } = world.context();
    const sinceOf = async (minutes: number): Promise<number> => {
      world.advance(minutes * MINUTE);
      await look();
      const [since = 0, until = 0] = over.mock.lastCall ?? [];
      return (until - since) / MINUTE;
    };
    world.state.looked.set('until', now);
    expect([await sinceOf(5), await sinceOf(5), await sinceOf(45), await sinceOf(300)]).toEqual([10, 10, 45, 60]);
    world.state.looked.clear();
    expect(await sinceOf(5)).toBe(60);
  });
});
