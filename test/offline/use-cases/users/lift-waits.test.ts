import { beforeEach, describe, expect, it, vi } from 'vitest';
import { signIn } from '../../../../shared/use-cases/sign-in/sign-in.ts';
import { signInTotp } from '../../../../shared/use-cases/sign-in/sign-in-totp.ts';
import { liftWaits } from '../../../../shared/use-cases/users/lift-waits.ts';
import { liftAllWaits } from '../../../../shared/use-cases/users/steps/lift-all-waits.ts';
import { newId } from '../../../fixtures.ts';
import { failureOf, newWorld, PASSWORD, type World } from '../../../world.ts';

const admin = 'admin@acme.example';
const email = 'uma@acme.example';
let world: World;
let userId: string;
let secret: string;
beforeEach(async () => {
  world = newWorld();
  const { organizationId } = await world.register(admin, undefined, ['users:manage']);
  ({ userId } = await world.register(email, organizationId));
  ({ secret } = await world.enroll(await world.signInWithPassword(email)));
  world.advance(60_000);
});
const lift = async (id = userId) => {
  const caller = await world.as(await world.signInWithPassword(admin));
  return liftWaits(world.needs, caller, { userId: id, reason: 'strangers keep Uma waiting' });
};
/** From another address each time: the account has to wait, not the source. */
const from = (index: number) => ({ ...world.context(), client: { ip: `192.0.2.${index + 10}`, userAgent: '' } });
const guessPasswords = async (count: number) => {
  for (let index = 0; index < count; index += 1) {
    await failureOf(signIn(world.needs, from(index), { email, password: 'wrong' }));
  }
};

describe('lifting waits', () => {
  it('immediately lets in someone who had to wait because of wrong passwords', async () => {
    await guessPasswords(6);
    const enter = () => failureOf(signIn(world.needs, from(50), { email, password: PASSWORD }));
    expect(await enter()).toBe('too_many_attempts');
    await lift();
    expect(await enter()).toBe('none');
    const lifted = (world.state.events.get(userId) ?? []).filter(({ type }) => type === 'waits_lifted');
    expect(lifted).toMatchObject([{ reason: 'strangers keep Uma waiting' }]);
  });

  it('immediately lets in someone who had to wait because of wrong codes', async () => {
    const challengeToken = await world.startChallenge(email);
    const enter = (code: string) => failureOf(signInTotp(world.needs, world.context(), { challengeToken, code }));
    for (let count = 0; count < 5; count += 1) await enter('000000');
    const again = await world.startChallenge(email);
    const right = () =>
      failureOf(signInTotp(world.needs, from(60), { challengeToken: again, code: world.codeOf(secret) }));
    expect(await right()).toBe('too_many_attempts');
    await lift();
    expect(await right()).toBe('none');
  });

  it('finds no one in another organization, and no one who is gone', async () => {
    const stranger = await world.register('s@globex.example');
    expect(await failureOf(lift(stranger.userId))).toBe('not_found');
    expect(await failureOf(lift(newId()))).toBe('not_found');
    const operator = { userId: newId(), actor: null, actorId: 'command-line', reason: 'asked for' };
    expect(await failureOf(liftAllWaits(world.needs, world.context(), operator))).toBe('not_found');
  });

  it('is decided again after losing to another change of the account', async () => {
    vi.spyOn(world.needs.twoFactors, 'liftWaits').mockResolvedValueOnce('changed');
    expect(await failureOf(lift())).toBe('none');
  });
});
