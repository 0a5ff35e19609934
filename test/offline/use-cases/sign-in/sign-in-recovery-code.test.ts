import { beforeEach, describe, expect, it } from 'vitest';
import { canonicalRecoveryCode } from '../../../../shared/domain/fields.ts';
import { signInRecoveryCode } from '../../../../shared/use-cases/sign-in/sign-in-recovery-code.ts';
import { showRecoveryCodes } from '../../../../shared/use-cases/two-factor/show-recovery-codes.ts';
import { failureOf, newWorld, type World } from '../../../world.ts';

let world: World;
let codes: string[];
let userId: string;
const email = 'uma@acme.example';

beforeEach(async () => {
  world = newWorld();
  ({ userId } = await world.register(email));
  ({ recoveryCodes: codes } = await world.enroll(await world.signInWithPassword(email)));
});
const answer = async (code = codes[2] ?? '', challengeToken?: string) =>
  signInRecoveryCode(world.needs, world.context(), {
    challengeToken: challengeToken ?? (await world.startChallenge(email)),
    recoveryCode: canonicalRecoveryCode(code),
  });

describe('sign-in with a recovery code', () => {
  it('answers with a session, and says that the code was replaced', async () => {
    expect(await answer()).toMatchObject({
      status: 'signed_in',
      recoveryCodeReplaced: true,
      session: { method: 'password+recovery_code' },
      user: { lastSignIn: { twoFactorVerified: true } },
    });
    expect(world.state.events.get(userId)?.at(-1)).toMatchObject({ type: 'recovery_code_used', actorId: userId });
  });

  it('replaces the code in its slot: 8 remain, 7 of them the old ones', async () => {
    const { session } = await answer();
    const { recoveryCodes } = await showRecoveryCodes(world.needs, await world.as(session.token));
    expect(recoveryCodes).toHaveLength(8);
    expect(recoveryCodes.filter((code, index) => code === codes[index])).toHaveLength(7);
    expect(recoveryCodes[2]).not.toBe(codes[2]);
  });

  it('accepts a code once, and then the replacement', async () => {
    const { session } = await answer();
    expect(await failureOf(answer())).toBe('code_invalid');
    const { recoveryCodes } = await showRecoveryCodes(world.needs, await world.as(session.token));
    expect(await failureOf(answer(recoveryCodes[2]))).toBe('none');
  });

  it('accepts one code once if 100 requests bring it', async () => {
    const challenges = [
      await world.startChallenge(email),
      await world.startChallenge(email),
      await world.startChallenge(email),
    ];
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, (_, index) => failureOf(answer(codes[0], challenges[index % 3]))),
    );
    expect(outcomes.filter((outcome) => outcome === 'none')).toHaveLength(1);
    expect(Object.keys(world.state.recoveryCodes.get(userId)?.codes ?? {})).toHaveLength(8);
  });

  it('refuses another user’s code', async () => {
    await world.register('other@acme.example');
    const { recoveryCodes } = await world.enroll(await world.signInWithPassword('other@acme.example'));
    expect(await failureOf(answer(recoveryCodes[0]))).toBe('code_invalid');
  });

  it('shares the challenge’s five attempts with codes from the app', async () => {
    const challenge = await world.startChallenge(email);
    for (let count = 0; count < 5; count += 1)
      expect(await failureOf(answer('0'.repeat(24), challenge))).toBe('code_invalid');
    expect(await failureOf(answer(codes[0], challenge))).toBe('challenge_invalid');
  });
});
