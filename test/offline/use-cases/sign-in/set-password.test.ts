import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { User } from '../../../../shared/domain/entities/user.ts';
import { HOUR } from '../../../../shared/domain/instant.ts';
import { ownerName } from '../../../../shared/domain/sessions/device.ts';
import { issueToken } from '../../../../shared/domain/sessions/tokens.ts';
import { setPassword } from '../../../../shared/use-cases/sign-in/set-password.ts';
import { signIn } from '../../../../shared/use-cases/sign-in/sign-in.ts';
import { inviteAgain } from '../../../../shared/use-cases/users/invite-again.ts';
import { updateUser } from '../../../../shared/use-cases/users/update-user.ts';
import { NOW } from '../../../fixtures.ts';
import { failureOf, PASSWORD, type World } from '../../../world.ts';
import { admin, newPeople, type People } from '../people.ts';

let world: World;
let asAdmin: People['asAdmin'];
let invited: People['invited'];
beforeEach(async () => {
  ({ world, asAdmin, invited } = await newPeople());
});
const set = (invitation: string, newPassword = PASSWORD) =>
  setPassword(world.needs, world.context(), { token: invitation, newPassword });
const again = async (userId: string): Promise<string> => {
  const { invitation } = await inviteAgain(world.needs, await asAdmin(), { userId });
  return new URL(invitation?.url ?? '').hash.slice(1);
};
/** What a stranger does who does not know the password. */
const lockOut = async (address: string): Promise<void> => {
  for (let count = 0; count < 6; count += 1) {
    const from = { ...world.context(), client: { ip: `192.0.2.${count + 100}`, userAgent: '' } };
    await failureOf(signIn(world.needs, from, { email: address, password: 'wrong' }));
  }
};

describe('set password', () => {
  it('lets the user sign in, and creates no session by itself', async () => {
    const invitation = await invited();
    const sessions = world.state.sessions.size;
    await set(invitation.token);
    expect(world.state.sessions.size).toBe(sessions);
    expect(await failureOf(world.signInWithPassword('new@acme.example'))).toBe('none');
  });

  it('keeps language and time zone of whoever follows the link, for an account that has none yet', async () => {
    const { user, token } = await invited();
    const preferences = { language: 'fr' as const, timeZone: 'Europe/Paris' };
    await setPassword(world.needs, world.context(), { token, newPassword: PASSWORD, ...preferences });
    expect(world.state.users.get(user.id)).toMatchObject(preferences);
  });

  it('leaves the language that was chosen before', async () => {
    const { user, token } = await invited();
    const stored = world.state.users.get(user.id);
    if (stored) stored.language = 'de';
    const preferences = { language: 'fr' as const, timeZone: 'Europe/Paris' };
    await setPassword(world.needs, world.context(), { token, newPassword: PASSWORD, ...preferences });
    expect(world.state.users.get(user.id)).toMatchObject({ language: 'de', timeZone: 'Europe/Paris' });
  });

  it('ignores a time zone that only a browser knows', async () => {
    const { user, token } = await invited();
    await setPassword(world.needs, world.context(), { token, newPassword: PASSWORD, timeZone: 'Mars/Olympus' });
    expect(world.state.users.get(user.id)).not.toHaveProperty('timeZone');
  });

  it('works once, and not after 72 hours', async () => {
    const invitation = await invited();
    world.advance(72 * HOUR);
    expect(await failureOf(set(invitation.token))).toBe('challenge_invalid');
    world.advance(-1);
    expect(await failureOf(set(invitation.token))).toBe('none');
    expect(await failureOf(set(invitation.token))).toBe('challenge_invalid');
  });

  it('in two tabs happens once', async () => {
    const invitation = await invited();
    expect((await Promise.all([1, 2, 3].map(() => failureOf(set(invitation.token))))).sort()).toEqual([
      'challenge_invalid',
      'challenge_invalid',
      'none',
    ]);
  });

  it('works even if the device cannot be remembered', async () => {
    const invitation = await invited();
    vi.spyOn(world.needs.limits, 'rememberDevice').mockRejectedValueOnce(new Error('throttled'));
    expect(await set(invitation.token)).toEqual({});
    expect(await failureOf(world.signInWithPassword('new@acme.example'))).toBe('none');
  });

  it('keeps the second factor that its device had passed', async () => {
    const invitation = await invited();
    const hash = 'h'.repeat(43);
    const findDevices = vi.spyOn(world.needs.limits, 'findDevices');
    const known = {
      hash,
      owner: ownerName(invitation.user.id),
      deviceScope: 'before',
      generation: 'g-1',
      expiresAt: NOW + HOUR,
    };
    findDevices.mockResolvedValueOnce([known]);
    const deviceToken = issueToken('device', invitation.user.id, world.needs.random).token;
    const input = { token: invitation.token, newPassword: PASSWORD, deviceToken };
    await setPassword(world.needs, world.context(), input);
    expect([...world.state.devices.values()].at(-1)).toMatchObject({ generation: 'g-1' });
  });

  it('refuses a weak password without spending the link', async () => {
    const invitation = await invited();
    expect(await failureOf(set(invitation.token, 'short'))).toBe('password_rejected');
    expect(await failureOf(set(invitation.token))).toBe('none');
  });

  it('also works with another link, which invalidates the previous one', async () => {
    const { user, token: first } = await invited();
    const second = await again(user.id);
    expect(await failureOf(set(first))).toBe('challenge_invalid');
    expect(await failureOf(set(second))).toBe('none');
    // Someone who finds the used link can do nothing with it.
    expect(await failureOf(set(second))).toBe('challenge_invalid');
  });

  it('does not accept the link of an earlier password, whatever it was for', async () => {
    const { user, token } = await invited();
    const reset = issueToken('invitation', user.id, world.needs.random);
    const { authVersion, passwordVersion, suspensions } = world.state.users.get(user.id) as User;
    const kept = { hash: reset.hash, purpose: 'reset' as const, expiresAt: NOW + HOUR };
    await set(token);
    await world.needs.passwordTokens.add(user.id, {
      ...kept,
      passwordVersion,
      suspensions,
      authVersion: authVersion + 1,
    });
    expect(await failureOf(set(reset.token))).toBe('challenge_invalid');
  });

  it('does not accept a link from before a suspension, not even after reactivation', async () => {
    const { user, token } = await invited();
    const update = async (status: 'active' | 'suspended') =>
      updateUser(world.needs, await asAdmin(), { userId: user.id, status });
    await update('suspended');
    expect(await failureOf(set(token))).toBe('challenge_invalid');
    await update('active');
    expect(await failureOf(set(token))).toBe('challenge_invalid');
    expect(await failureOf(set(await again(user.id)))).toBe('none');
  });

  it('makes the device that set it a known one', async () => {
    const { user, token } = await invited();
    const { device } = await set(token);
    await lockOut(user.email);
    const signingIn = { email: user.email, password: PASSWORD };
    expect(await failureOf(signIn(world.needs, world.context(), signingIn))).toBe('too_many_attempts');
    const known = { ...signingIn, deviceToken: device?.token };
    expect(await failureOf(signIn(world.needs, world.context(), known))).toBe('none');
  });

  it('begins a new count of wrong ones', async () => {
    const { user, token } = await invited();
    await set(token);
    await lockOut(user.email);
    const { authVersion, passwordVersion, suspensions } = world.state.users.get(user.id) as User;
    const reset = issueToken('invitation', user.id, world.needs.random);
    const link = { hash: reset.hash, purpose: 'reset' as const, expiresAt: NOW + HOUR };
    await world.needs.passwordTokens.add(user.id, { ...link, passwordVersion, suspensions, authVersion });
    await set(reset.token, 'another horse battery staple');
    const input = { email: user.email, password: 'another horse battery staple' };
    expect(await failureOf(signIn(world.needs, world.context(), input))).toBe('none');
  });

  it('refuses unknown and malformed links', async () => {
    const invitation = await invited();
    expect(await failureOf(set(`${invitation.token.slice(0, -2)}AA`))).toBe('challenge_invalid');
    expect(await failureOf(set('nonsense'))).toBe('challenge_invalid');
    expect(await failureOf(set(await world.signInWithPassword(admin)))).toBe('challenge_invalid');
  });

  it('is decided again after losing to another change of the user', async () => {
    const invitation = await invited();
    vi.spyOn(world.needs.passwordTokens, 'redeem').mockResolvedValueOnce('changed');
    expect(await failureOf(set(invitation.token))).toBe('none');
  });
});
