import { beforeEach, describe, expect, it } from 'vitest';
import { canonicalRecoveryCode } from '../../../../shared/domain/fields.ts';
import { MINUTE, SECOND } from '../../../../shared/domain/instant.ts';
import { signInBypassCode } from '../../../../shared/use-cases/sign-in/sign-in-bypass-code.ts';
import { signInTotp } from '../../../../shared/use-cases/sign-in/sign-in-totp.ts';
import { disableTwoFactor } from '../../../../shared/use-cases/two-factor/disable-two-factor.ts';
import { issueBypassCode } from '../../../../shared/use-cases/users/issue-bypass-code.ts';
import { failureOf, type World } from '../../../world.ts';
import { admin, email, newPeople } from '../people.ts';

let world: World;
let userId: string;
let secret: string;
let token: string;
beforeEach(async () => {
  ({ world, userId } = await newPeople());
  ({ secret, token } = await world.enroll(await world.signInWithPassword(email)));
  world.advance(30 * SECOND);
});
const issue = async () => {
  const caller = await world.as(await world.signInWithPassword(admin));
  const issued = await issueBypassCode(world.needs, caller, { userId, reason: 'phone at home' });
  return { ...issued, bypassCode: await world.mailedPass(userId) };
};
const enter = async (pass: string, challengeToken?: string) =>
  signInBypassCode(world.needs, world.context(), {
    challengeToken: challengeToken ?? (await world.startChallenge(email)),
    bypassCode: canonicalRecoveryCode(pass),
  });

describe('a bypass code', () => {
  it('replaces the second factor once, and leaves it on', async () => {
    const { bypassCode } = await issue();
    expect(bypassCode).toMatch(/^([0-9A-HJKMNP-TV-Z]{6}-){3}[0-9A-HJKMNP-TV-Z]{6}$/);
    const entered = await enter(bypassCode.toLowerCase());
    expect(entered.session.method).toBe('password+bypass_code');
    expect(world.state.users.get(userId)?.lastSignIn).toMatchObject({ twoFactorVerified: true });
    expect(await failureOf(enter(bypassCode))).toBe('code_invalid');
    const code = world.codeOf(secret);
    const totp = { challengeToken: await world.startChallenge(email), code };
    expect(await failureOf(signInTotp(world.needs, world.context(), totp))).toBe('none');
  });

  it('used many times at once lets one in', async () => {
    const { bypassCode } = await issue();
    const challenges = [await world.startChallenge(email), await world.startChallenge(email)];
    const outcomes = await Promise.all(challenges.map((challenge) => failureOf(enter(bypassCode, challenge))));
    expect(outcomes.sort()).toEqual(['code_invalid', 'none']);
  });

  it('has expired after an hour, at that very instant', async () => {
    const { bypassCode, expiresAt } = await issue();
    expect(Date.parse(expiresAt)).toBe(world.context().now + 60 * MINUTE);
    world.advance(60 * MINUTE);
    expect(await failureOf(enter(bypassCode))).toBe('code_invalid');
    world.advance(-1);
    expect(await failureOf(enter(bypassCode))).toBe('none');
  });

  it('is replaced by another, and gone with the factor', async () => {
    const first = await issue();
    const second = await issue();
    expect(await failureOf(enter(first.bypassCode))).toBe('code_invalid');
    const { session } = await disableTwoFactor(world.needs, await world.as(token));
    await world.enroll(session.token);
    expect(await failureOf(enter(second.bypassCode))).toBe('code_invalid');
  });

  it('is useless without the password’s challenge, and wrong ones do not block the right one', async () => {
    const { bypassCode } = await issue();
    expect(await failureOf(enter(bypassCode, 'nonsense'))).toBe('challenge_invalid');
    const challenge = await world.startChallenge(email);
    for (let count = 0; count < 5; count += 1) {
      expect(await failureOf(enter('000000-000000-000000-000000', challenge))).toBe('code_invalid');
    }
    expect(await failureOf(enter(bypassCode, challenge))).toBe('challenge_invalid');
    expect(await failureOf(enter(bypassCode))).toBe('none');
  });
});
