import { beforeEach, describe, expect, it, vi } from 'vitest';
import { changePassword } from '../../../../shared/use-cases/account/change-password.ts';
import { signIn } from '../../../../shared/use-cases/sign-in/sign-in.ts';
import { failureOf, PASSWORD, type World } from '../../../world.ts';
import { email, eventTypesOf, sessionsOf, twoSessions } from './two-sessions.ts';

const ANOTHER = 'another horse battery staple';
let world: World;
let here: string;
let userId: string;
beforeEach(async () => {
  ({ world, here, userId } = await twoSessions());
});
const list = () => sessionsOf(world, here);
const change = async (currentPassword: string, newPassword: string) =>
  changePassword(world.needs, await world.as(here), { currentPassword, newPassword });

describe('change password', () => {
  it('keeps this session, ends the others, and the new password signs in', async () => {
    const copy = here;
    ({
      session: { token: here },
    } = await change(PASSWORD, ANOTHER));
    expect(await failureOf(world.as(copy))).toBe('session_required');
    const answer = await signIn(world.needs, world.context(), { email, password: ANOTHER });
    expect(answer.status).toBe('signed_in');
    expect(await failureOf(world.signInWithPassword(email))).toBe('credentials_invalid');
    // This one and the new one: the sessions elsewhere have ended.
    expect(await list()).toHaveLength(2);
    expect(await eventTypesOf(world, here)).toContain('password_changed');
  });

  it('leaves the second factor on', async () => {
    here = (await world.enroll(here)).token;
    await change(PASSWORD, ANOTHER);
    const answer = await signIn(world.needs, world.context(), { email, password: ANOTHER });
    expect(answer.status).toBe('two_factor_required');
  });

  it('needs the current password, in as few attempts as a sign-in has', async () => {
    for (let count = 0; count < 5; count += 1) {
      expect(await failureOf(change('wrong', ANOTHER))).toBe('credentials_invalid');
    }
    expect(await failureOf(change(PASSWORD, ANOTHER))).toBe('too_many_attempts');
  });

  it('keeps the device a known one', async () => {
    const { device } = await change(PASSWORD, ANOTHER);
    for (let count = 0; count < 6; count += 1) {
      const from = { ...world.context(), client: { ip: `192.0.2.${count + 100}`, userAgent: '' } };
      await failureOf(signIn(world.needs, from, { email, password: 'wrong' }));
    }
    const input = { email, password: ANOTHER };
    expect(await failureOf(signIn(world.needs, world.context(), input))).toBe('too_many_attempts');
    const known = { ...input, deviceToken: device?.token };
    expect(await failureOf(signIn(world.needs, world.context(), known))).toBe('none');
    expect(world.state.signIns.get(userId)?.at(-1)?.newDevice).toBeUndefined();
  });

  it('checks the new password against the policy', async () => {
    expect(await failureOf(change(PASSWORD, 'short'))).toBe('password_rejected');
    expect(await failureOf(change(PASSWORD, 'acme telecom 2026!'))).toBe('password_rejected');
    expect(await failureOf(world.signInWithPassword(email))).toBe('none');
  });

  it('decided on another version of the user changes nothing', async () => {
    vi.spyOn(world.needs.credentials, 'replace').mockResolvedValueOnce('changed');
    expect(await failureOf(change(PASSWORD, ANOTHER))).toBe('temporarily_unavailable');
    expect(await failureOf(world.signInWithPassword(email))).toBe('none');
  });
});
