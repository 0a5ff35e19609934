import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DAY, HOUR } from '../../../../shared/domain/instant.ts';
import { changePassword } from '../../../../shared/use-cases/account/change-password.ts';
import { confirmEmailChange } from '../../../../shared/use-cases/lifecycle/confirm-email-change.ts';
import { requestEmailChange } from '../../../../shared/use-cases/lifecycle/request-email-change.ts';
import { reportNotMe } from '../../../../shared/use-cases/sign-in/report-not-me.ts';
import { setPassword } from '../../../../shared/use-cases/sign-in/set-password.ts';
import { failureOf, PASSWORD, type World } from '../../../world.ts';
import { newPost, type Post, tokenIn } from '../../delivery/post.ts';
import { email, newPeople } from '../people.ts';

const NEXT = 'bea.new@acme.example';
let world: World;
let organizationId: string;
let userId: string;
let post: Post;
beforeEach(async () => {
  ({ world, organizationId, userId } = await newPeople());
  post = newPost(world, userId);
});
const deliverLatest = async (type: string): Promise<string> => {
  const event = world.state.events.get(userId)?.findLast((each) => each.type === type);
  if (!event) throw new Error(`no ${type}`);
  await post.tell({ kind: 'event', userId, event });
  return tokenIn(post.mails.at(-1) as never);
};
const linkFor = async (to: string): Promise<string> => {
  const session = await world.signInWithPassword(email);
  await requestEmailChange(world.needs, await world.as(session), { email: to });
  return deliverLatest('email_change_requested');
};
const confirm = (token: string) => confirmEmailChange(world.needs, world.context(), { token });

describe('confirming another address', () => {
  it('moves the account with its password, ends every session, and frees the previous address', async () => {
    const token = await linkFor(NEXT);
    await world.signInWithPassword(email);
    // The sign-in has not changed the version that the link depends on.
    expect(await confirm(token)).toEqual({ email: NEXT });
    expect(world.state.users.get(userId)?.sessions).toEqual({});
    expect(await failureOf(world.signInWithPassword(email))).toBe('credentials_invalid');
    expect(await failureOf(world.signInWithPassword(NEXT))).toBe('none');
    expect(await failureOf(confirm(token))).toBe('challenge_invalid');
    await world.register(email, organizationId);
  });

  it('tells the previous address, whose owner can take it back, even after a new password', async () => {
    await confirm(await linkFor(NEXT));
    const notMe = await deliverLatest('email_changed');
    expect(post.mails.at(-1)).toMatchObject({ to: email, subject: 'Your email address was changed' });
    // Whoever took the account also changes the password.
    const stolen = await world.as(await world.signInWithPassword(NEXT));
    const passwords = { currentPassword: PASSWORD, newPassword: 'another horse battery staple' };
    await changePassword(world.needs, stolen, passwords);
    const { token } = await reportNotMe(world.needs, world.context(), { token: notMe });
    expect(world.state.users.get(userId)).toMatchObject({ email, sessions: {} });
    expect(world.state.credentials.has(NEXT)).toBe(false);
    await setPassword(world.needs, world.context(), { token, newPassword: PASSWORD });
    expect(await failureOf(world.signInWithPassword(email))).toBe('none');
    // The address that it was taken to is told, and has nothing to undo the undoing with.
    const restored = world.state.events.get(userId)?.find(({ type }) => type === 'email_restored');
    await post.tell({ kind: 'event', userId, event: restored as never });
    expect(post.mails.at(-1)).toMatchObject({ to: NEXT, subject: 'Your email address was changed back' });
    expect(post.mails.at(-1)?.text).not.toContain('#spi_');
  });

  it('stays undone: a thief who moved it twice has no link that takes it again, and the owner’s next change has', async () => {
    const moveTo = async (from: string, to: string): Promise<string> => {
      world.advance(HOUR);
      const caller = await world.as(await world.signInWithPassword(from));
      await requestEmailChange(world.needs, caller, { email: to });
      await confirm(await deliverLatest('email_change_requested'));
      return deliverLatest('email_changed');
    };
    const ofOwner = await moveTo(email, 'thief-1@acme.example');
    const ofThief = await moveTo('thief-1@acme.example', 'thief-2@acme.example');
    world.advance(HOUR);
    const { token } = await reportNotMe(world.needs, world.context(), { token: ofOwner });
    expect(world.state.users.get(userId)?.email).toBe(email);
    await setPassword(world.needs, world.context(), { token, newPassword: PASSWORD });
    const again = reportNotMe(world.needs, world.context(), { token: ofThief });
    expect(await failureOf(again)).toBe('challenge_invalid');
    const next = await moveTo(email, NEXT);
    await reportNotMe(world.needs, world.context(), { token: next });
    expect(world.state.users.get(userId)?.email).toBe(email);
  });

  it('asks no one if the account has changed since the request', async () => {
    const session = await world.signInWithPassword(email);
    await requestEmailChange(world.needs, await world.as(session), { email: NEXT });
    await world.enroll(await world.signInWithPassword(email));
    const mails = post.mails.length;
    const event = world.state.events.get(userId)?.findLast((each) => each.type === 'email_change_requested');
    await post.tell({ kind: 'event', userId, event: event as never });
    expect(post.mails).toHaveLength(mails);
  });

  it('that cannot be undone because the address has a new owner ends the sessions all the same', async () => {
    await confirm(await linkFor(NEXT));
    const notMe = await deliverLatest('email_changed');
    await world.register(email, organizationId);
    const { token } = await reportNotMe(world.needs, world.context(), { token: notMe });
    expect(world.state.users.get(userId)).toMatchObject({ email: NEXT, sessions: {} });
    await setPassword(world.needs, world.context(), { token, newPassword: `${PASSWORD} again` });
    expect(await failureOf(world.signInWithPassword(NEXT))).toBe('credentials_invalid');
  });

  it('loses to someone who got the address first', async () => {
    const token = await linkFor(NEXT);
    await world.register(NEXT, organizationId);
    expect(await failureOf(confirm(token))).toBe('email_taken');
    expect(world.state.users.get(userId)?.email).toBe(email);
  });

  it('takes the link of this mail: no other kind, none that is over, none from before all sessions ended', async () => {
    const token = await linkFor(NEXT);
    expect(await failureOf(setPassword(world.needs, world.context(), { token, newPassword: PASSWORD }))).toBe(
      'challenge_invalid',
    );
    await world.enroll(await world.signInWithPassword(email));
    expect(await failureOf(confirm(token))).toBe('challenge_invalid');
  });

  it('decides again when the account changes meanwhile, and is refused when its link was just used', async () => {
    const token = await linkFor(NEXT);
    const confirming = vi.spyOn(world.needs.addresses, 'confirm');
    confirming.mockResolvedValueOnce('token_gone');
    expect(await failureOf(confirm(token))).toBe('challenge_invalid');
    confirming.mockResolvedValueOnce('changed');
    vi.spyOn(world.needs.credentials, 'find').mockResolvedValueOnce(null);
    expect(await confirm(token)).toEqual({ email: NEXT });
    expect(confirming).toHaveBeenCalledTimes(3);
  });

  it('is undone once the account can be read again, and without a later change of its own', async () => {
    await confirm(await linkFor(NEXT));
    const notMe = await deliverLatest('email_changed');
    const find = vi.spyOn(world.needs.credentials, 'find').mockResolvedValueOnce(null);
    const exchange = vi.spyOn(world.needs.passwordTokens, 'exchange').mockResolvedValueOnce('changed');
    await reportNotMe(world.needs, world.context(), { token: notMe });
    expect([find.mock.calls.length, exchange.mock.calls.length]).toEqual([2, 2]);
    expect(world.state.users.get(userId)?.email).toBe(email);
  });

  it('is over in time', async () => {
    const token = await linkFor(NEXT);
    world.advance(3 * DAY + HOUR);
    expect(await failureOf(confirm(token))).toBe('challenge_invalid');
  });
});
