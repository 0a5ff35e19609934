import { beforeEach, describe, expect, it, vi } from 'vitest';
import { canonicalRecoveryCode } from '../../../../shared/domain/fields.ts';
import { HOUR, MINUTE } from '../../../../shared/domain/instant.ts';
import type { Mail } from '../../../../shared/ports/mailer.ts';
import { reportNotMe } from '../../../../shared/use-cases/sign-in/report-not-me.ts';
import { setPassword } from '../../../../shared/use-cases/sign-in/set-password.ts';
import { signInBypassCode } from '../../../../shared/use-cases/sign-in/sign-in-bypass-code.ts';
import { issueBypassCode } from '../../../../shared/use-cases/users/issue-bypass-code.ts';
import { anEvent } from '../../../fixtures.ts';
import { failureOf, PASSWORD, type World } from '../../../world.ts';
import { newPost, type Post, tokenIn } from '../../delivery/post.ts';
import { admin, email, newPeople } from '../people.ts';

let world: World;
let userId: string;
let post: Post;
beforeEach(async () => {
  ({ world, userId } = await newPeople());
  post = newPost(world, userId);
});
const alarmed = async () => {
  await post.tell(post.happened('password_changed'));
  return tokenIn(post.onlyMail());
};
const report = (token: string) => failureOf(reportNotMe(world.needs, world.context(), { token }));
const notMe = (subject: RegExp): string => {
  const mail = post.mails.find((sent) => subject.test(sent.subject));
  return tokenIn(mail as Mail);
};
const tellAll = async () => {
  for (const event of world.state.events.get(userId) ?? []) await post.tell({ kind: 'event', userId, event });
};

describe('this was not me', () => {
  it('ends every session, and its link then sets a new password', async () => {
    const session = await world.signInWithPassword(email);
    const token = await alarmed();
    const set = (of: string) =>
      failureOf(setPassword(world.needs, world.context(), { token: of, newPassword: 'another horse battery staple' }));
    expect(await set(token)).toBe('challenge_invalid');
    const next = await reportNotMe(world.needs, world.context(), { token });
    expect(world.state.users.get(userId)?.sessions).toEqual({});
    const found = await world.as(session);
    expect(found.caller.session.authVersion).not.toBe(found.caller.user.authVersion);
    expect(await report(token)).toBe('challenge_invalid');
    expect(Date.parse(next.expiresAt)).toBe(world.context().now + 30 * MINUTE);
    expect(await set(next.token)).toBe('none');
  });

  it('has expired after 72 hours, and is refused if malformed', async () => {
    const token = await alarmed();
    world.advance(72 * HOUR);
    expect(await report(token)).toBe('challenge_invalid');
    expect(await report('nonsense')).toBe('challenge_invalid');
  });

  it('is decided again after losing to another change of the account, and refused if used in the meantime', async () => {
    const token = await alarmed();
    const exchange = vi.spyOn(world.needs.passwordTokens, 'exchange');
    exchange.mockResolvedValueOnce('token_gone');
    expect(await report(token)).toBe('challenge_invalid');
    exchange.mockResolvedValueOnce('changed');
    expect(await report(token)).toBe('none');
  });

  it('does not accept an invitation', async () => {
    await post.tell(post.happened('user_invited_again'));
    expect(await report(tokenIn(post.onlyMail()))).toBe('challenge_invalid');
  });

  it.each([
    ['of the factor itself', /is on$/, 0],
    ['from before it', /was changed$/, 0],
    ['of the factor itself, although its authenticator was replaced', /is on$/, 1],
  ])('through the mail %s takes off a factor that a stranger turned on', async (_, subject, replacements) => {
    await post.tell(post.happened('password_changed'));
    world.advance(MINUTE);
    let { token } = await world.enroll(await world.signInWithPassword(email));
    await tellAll();
    for (let count = 0; count < replacements; count += 1) {
      world.advance(MINUTE);
      ({ token } = await world.enroll(token));
    }
    await reportNotMe(world.needs, world.context(), { token: notMe(subject) });
    expect(world.state.twoFactors.size).toBe(0);
    expect(world.state.events.get(userId)?.map(({ type }) => type)).toContain('two_factor_undone');
    expect(world.state.users.get(userId)?.sessions).toEqual({});
    expect(await failureOf(world.signInWithPassword(email))).toBe('credentials_invalid');
  });

  it('leaves a factor on that was there before', async () => {
    await world.enroll(await world.signInWithPassword(email));
    world.advance(MINUTE);
    const event = { ...anEvent('recovery_codes_shown'), at: world.context().now };
    await post.tell({ kind: 'event', userId, event });
    await reportNotMe(world.needs, world.context(), { token: notMe(/shown/) });
    expect(world.state.twoFactors.size).toBe(1);
  });

  it('ends a bypass code that someone talked an administrator into', async () => {
    await world.enroll(await world.signInWithPassword(email));
    world.advance(MINUTE);
    const token = await alarmed();
    const caller = await world.as(await world.signInWithPassword(admin));
    await issueBypassCode(world.needs, caller, { userId, reason: 'said so' });
    const pass = await world.mailedPass(userId);
    const reset = await reportNotMe(world.needs, world.context(), { token });
    await setPassword(world.needs, world.context(), { token: reset.token, newPassword: PASSWORD });
    const challengeToken = await world.startChallenge(email);
    const input = { challengeToken, bypassCode: canonicalRecoveryCode(pass) };
    expect(await failureOf(signInBypassCode(world.needs, world.context(), input))).toBe('code_invalid');
  });

  it('and every other link do not work for suspended users', async () => {
    const token = await alarmed();
    await post.tell(post.happened('user_invited_again'));
    const user = world.state.users.get(userId);
    if (user) user.status = 'suspended';
    expect(await report(token)).toBe('challenge_invalid');
    const link = { token: tokenIn(post.mails[1] as Mail), newPassword: 'another horse battery staple' };
    expect(await failureOf(setPassword(world.needs, world.context(), link))).toBe('challenge_invalid');
  });
});
