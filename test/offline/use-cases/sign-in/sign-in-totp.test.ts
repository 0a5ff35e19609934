import { beforeEach, describe, expect, it, vi } from 'vitest';
import { SECOND } from '../../../../shared/domain/instant.ts';
import { signInTotp } from '../../../../shared/use-cases/sign-in/sign-in-totp.ts';
import { NOW } from '../../../fixtures.ts';
import { MINUTE_OF } from '../../../security-settings.ts';
import { failureOf, newWorld, type World } from '../../../world.ts';

let world: World;
let secret: string;
let userId: string;
const email = 'uma@acme.example';
const PERIOD = 30 * SECOND;

beforeEach(async () => {
  world = newWorld();
  ({ userId } = await world.register(email));
  ({ secret } = await world.enroll(await world.signInWithPassword(email)));
  world.advance(PERIOD);
});
const answer = (challengeToken: string, code = world.codeOf(secret)) =>
  signInTotp(world.needs, world.context(), { challengeToken, code });

describe('sign-in with a code', () => {
  it('answers with a session verified by a second factor', async () => {
    const outcome = await answer(await world.startChallenge(email));
    expect(outcome).toMatchObject({
      status: 'signed_in',
      session: { method: 'password+totp' },
      user: { lastSignIn: { method: 'password+totp', twoFactorVerified: true } },
    });
    expect(world.state.signIns.get(userId)?.at(-1)).toMatchObject({ twoFactorVerified: true });
  });

  it('refuses the code that confirmed the setup', async () => {
    world.advance(-PERIOD);
    expect(await failureOf(answer(await world.startChallenge(email)))).toBe('code_invalid');
  });

  it('accepts one code once, from however many challenges', async () => {
    const challenges = [
      await world.startChallenge(email),
      await world.startChallenge(email),
      await world.startChallenge(email),
    ];
    const outcomes = await Promise.all(challenges.map((challenge) => failureOf(answer(challenge))));
    expect(outcomes.sort()).toEqual(['code_invalid', 'code_invalid', 'none']);
  });

  it('never accepts an older step again, even one that was not used', async () => {
    await answer(await world.startChallenge(email), world.codeOf(secret, 1));
    expect(await failureOf(answer(await world.startChallenge(email)))).toBe('code_invalid');
  });

  it('spends the challenge: it answers once', async () => {
    const challenge = await world.startChallenge(email);
    await answer(challenge);
    world.advance(PERIOD);
    expect(await failureOf(answer(challenge))).toBe('challenge_invalid');
  });

  it('allows five tries, and then not even the right code helps (rule 1)', async () => {
    const challenge = await world.startChallenge(email);
    for (let count = 0; count < 5; count += 1)
      expect(await failureOf(answer(challenge, '000000'))).toBe('code_invalid');
    expect(await failureOf(answer(challenge))).toBe('challenge_invalid');
  });

  it('costs the user nothing if the source has to wait', async () => {
    const challenge = await world.startChallenge(email);
    vi.spyOn(world.needs.limits, 'reserveSource').mockResolvedValueOnce({ retryAt: NOW + 60_000_000 });
    expect(await failureOf(answer(challenge, '000000'))).toBe('too_many_attempts');
    const { challenges = {}, guesses } = world.state.twoFactors.get(userId) ?? {};
    expect(Object.values(challenges).map(({ attempts }) => attempts)).toEqual([0]);
    expect(guesses?.stranger.count).toBe(0);
  });

  it('costs no one anything if there is no challenge to answer', async () => {
    const dead = await world.startChallenge(email);
    Object.assign(world.state.users.get(userId) ?? {}, { authVersion: 99 });
    for (const token of ['nonsense', dead, dead.replace('spc_', 'spk_')]) {
      for (let count = 0; count < 40; count += 1) expect(await failureOf(answer(token))).toBe('challenge_invalid');
    }
    expect(world.state.twoFactors.get(userId)?.guesses.stranger.count).toBe(0);
    expect(await failureOf(world.startChallenge(email))).toBe('none');
  });

  it('spends the attempt before it opens the secret', async () => {
    const challenge = await world.startChallenge(email);
    const open = vi.spyOn(world.needs.totpSecrets, 'open');
    await Promise.all(Array.from({ length: 100 }, () => failureOf(answer(challenge, '000000'))));
    expect(open).toHaveBeenCalledTimes(5);
  });

  it('refuses challenges that are expired, malformed, unknown, or a session’s token', async () => {
    const challenge = await world.startChallenge(email);
    const session = (await answer(await world.startChallenge(email))).session.token;
    world.advance(PERIOD);
    for (const token of [session, 'nonsense', `${challenge.slice(0, -1)}_`, challenge.replace('spc_', 'sps_')]) {
      expect(await failureOf(answer(token))).toBe('challenge_invalid');
    }
    world.advance(MINUTE_OF.challenge - PERIOD);
    expect(await failureOf(answer(challenge))).toBe('challenge_invalid');
  });

  it('refuses a challenge of a user who was suspended or changed since', async () => {
    const challenge = await world.startChallenge(email);
    Object.assign(world.state.users.get(userId) ?? {}, { status: 'suspended' });
    expect(await failureOf(answer(challenge))).toBe('challenge_invalid');
    Object.assign(world.state.users.get(userId) ?? {}, { status: 'active', authVersion: 99 });
    expect(await failureOf(answer(challenge))).toBe('challenge_invalid');
  });

  it('refuses a challenge whose user changes while the code is compared', async () => {
    const challenge = await world.startChallenge(email);
    const open = world.needs.totpSecrets.open;
    vi.spyOn(world.needs.totpSecrets, 'open').mockImplementationOnce(async (...sealed) => {
      Object.assign(world.state.users.get(userId) ?? {}, { authVersion: 99 });
      return open(...sealed);
    });
    expect(await failureOf(answer(challenge))).toBe('challenge_invalid');
  });

  it('creates nothing when the key is unavailable, and works afterwards (rule 10, I6)', async () => {
    const challenge = await world.startChallenge(email);
    const sessions = world.state.sessions.size;
    const broken = {
      ...world.needs,
      totpSecrets: { open: () => Promise.reject(new Error('KMS')), seal: world.needs.totpSecrets.seal },
    };
    await expect(
      signInTotp(broken, world.context(), { challengeToken: challenge, code: world.codeOf(secret) }),
    ).rejects.toThrow('KMS');
    expect(world.state.sessions.size).toBe(sessions);
    expect(await failureOf(answer(challenge))).toBe('none');
  });
});
