import { beforeEach, describe, expect, it } from 'vitest';
import { canonicalRecoveryCode } from '../../../../shared/domain/fields.ts';
import { MINUTE, SECOND } from '../../../../shared/domain/instant.ts';
import { listEvents } from '../../../../shared/use-cases/account/list-events.ts';
import { signInBypassCode } from '../../../../shared/use-cases/sign-in/sign-in-bypass-code.ts';
import { signInTotp } from '../../../../shared/use-cases/sign-in/sign-in-totp.ts';
import { disableTwoFactor } from '../../../../shared/use-cases/two-factor/disable-two-factor.ts';
import { issueBypassCode } from '../../../../shared/use-cases/users/issue-bypass-code.ts';
import { failureOf, newWorld, type World } from '../../../world.ts';

const email = 'uma@acme.example';
let world: World;
let userId: string;
let adminId: string;
let secret: string;
let token: string;
beforeEach(async () => {
  world = newWorld();
  const admin = await world.register('admin@acme.example', undefined, ['users:manage']);
  adminId = admin.userId;
  ({ userId } = await world.register(email, admin.organizationId));
  token = await world.signInWithPassword(email);
  ({ secret, token } = await world.enroll(token));
  world.advance(30 * SECOND);
});
const issue = async (id = userId) => {
  const caller = await world.as(await world.signInWithPassword('admin@acme.example'));
  const issued = await issueBypassCode(world.needs, caller, { userId: id, reason: 'phone at home' });
  return { ...issued, bypassCode: await world.mailedPass(id) };
};
const enter = async (pass: string, challengeToken?: string) =>
  signInBypassCode(world.needs, world.context(), {
    challengeToken: challengeToken ?? (await world.startChallenge(email)),
    bypassCode: canonicalRecoveryCode(pass),
  });

describe('a bypass code', () => {
  it('stands for the second factor once, and leaves it on', async () => {
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

  it('used by many at once lets one in', async () => {
    const { bypassCode } = await issue();
    const challenges = [await world.startChallenge(email), await world.startChallenge(email)];
    const outcomes = await Promise.all(challenges.map((challenge) => failureOf(enter(bypassCode, challenge))));
    expect(outcomes.sort()).toEqual(['code_invalid', 'none']);
  });

  it('is over after an hour, at the very instant', async () => {
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

  it('is no use without the password’s challenge, and no wrong one stands in the way of the right one', async () => {
    const { bypassCode } = await issue();
    expect(await failureOf(enter(bypassCode, 'nonsense'))).toBe('challenge_invalid');
    const challenge = await world.startChallenge(email);
    for (let count = 0; count < 5; count += 1) {
      expect(await failureOf(enter('000000-000000-000000-000000', challenge))).toBe('code_invalid');
    }
    expect(await failureOf(enter(bypassCode, challenge))).toBe('challenge_invalid');
    expect(await failureOf(enter(bypassCode))).toBe('none');
  });

  it('goes to its owner by mail, and to nobody where no mail is sent', async () => {
    const caller = await world.as(await world.signInWithPassword('admin@acme.example'));
    const input = { userId, reason: 'phone at home' };
    expect(await issueBypassCode(world.needs, caller, input)).toEqual({
      sentTo: email,
      expiresAt: expect.any(String),
    });
    const without = { ...world.needs, sendsMail: false };
    expect(await failureOf(issueBypassCode(without, caller, input))).toBe('mail_required');
  });

  it('is for others, for active users of the organization, and for those who have 2FA on', async () => {
    expect(await failureOf(issue(adminId))).toBe('request_invalid');
    const stranger = await world.register('s@globex.example');
    expect(await failureOf(issue(stranger.userId))).toBe('not_found');
    await disableTwoFactor(world.needs, await world.as(token));
    expect(await failureOf(issue())).toBe('two_factor_not_enabled');
    Object.assign(world.state.users.get(userId) ?? {}, { status: 'suspended' });
    expect(await failureOf(issue())).toBe('user_suspended');
  });

  it('is noted with who made it and why, and stored as a hash', async () => {
    const { bypassCode } = await issue();
    expect(world.state.events.get(userId)).toContainEqual(
      expect.objectContaining({ type: 'bypass_code_issued', actorId: adminId, reason: 'phone at home' }),
    );
    const stored = JSON.stringify([...world.state.twoFactors.values()]);
    expect(stored).not.toContain(canonicalRecoveryCode(bypassCode));
    const shown = await listEvents(world.needs, await world.as(token), { limit: 5 });
    expect(JSON.stringify(shown)).not.toContain('sealedPass');
  });
});
