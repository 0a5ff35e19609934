import { beforeEach, describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../../../shared/domain/instant.ts';
import { signInTotp } from '../../../../shared/use-cases/sign-in/sign-in-totp.ts';
import { failureOf, newWorld, type World } from '../../../world.ts';

const email = 'uma@acme.example';
let world: World;
let userId: string;
beforeEach(async () => {
  world = newWorld();
  ({ userId } = await world.register(email));
});
const wrong = async (times: number): Promise<void> => {
  const challengeToken = await world.startChallenge(email);
  for (let count = 0; count < times; count += 1) {
    await failureOf(signInTotp(world.needs, world.context(), { challengeToken, code: '000000' }));
  }
};
const alarms = () => (world.state.events.get(userId) ?? []).filter(({ type }) => type === 'second_factor_failed');

describe('the stolen-password alarm', () => {
  it('is raised at the third wrong code, also over several challenges, and does not nag', async () => {
    await world.enroll(await world.signInWithPassword(email));
    await wrong(2);
    expect(alarms()).toHaveLength(0);
    await wrong(1);
    expect(alarms()).toMatchObject([{ actorId: 'stranger' }]);
    world.advance(24 * HOUR);
    await wrong(2);
    expect(alarms()).toHaveLength(1);
  });

  it('is raised again at each tenth wrong code, however slowly they come', async () => {
    await world.enroll(await world.signInWithPassword(email));
    const raised: number[] = [];
    for (let count = 1; count <= 30; count += 1) {
      world.advance(24 * HOUR);
      const before = alarms().length;
      await wrong(1);
      if (alarms().length > before) raised.push(count);
    }
    expect(raised).toEqual([3, 10, 20, 30]);
  });

  it('starts again after a right second factor', async () => {
    const { secret } = await world.enroll(await world.signInWithPassword(email));
    world.advance(MINUTE);
    await wrong(2);
    const challengeToken = await world.startChallenge(email);
    await signInTotp(world.needs, world.context(), { challengeToken, code: world.codeOf(secret) });
    await wrong(2);
    expect(alarms()).toHaveLength(0);
  });

  it('changes nothing for the person who answers, even if it cannot be recorded', async () => {
    await world.enroll(await world.signInWithPassword(email));
    const securityEvents = { ...world.needs.securityEvents, put: () => Promise.reject(new Error('throttled')) };
    const challengeToken = await world.startChallenge(email);
    for (let count = 0; count < 3; count += 1) {
      const answer = signInTotp({ ...world.needs, securityEvents }, world.context(), {
        challengeToken,
        code: '000000',
      });
      expect(await failureOf(answer)).toBe('code_invalid');
    }
  });
});
