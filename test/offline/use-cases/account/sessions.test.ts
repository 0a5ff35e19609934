import { beforeEach, describe, expect, it, vi } from 'vitest';
import { MINUTE } from '../../../../shared/domain/instant.ts';
import { changePassword } from '../../../../shared/use-cases/account/change-password.ts';
import { endOtherSessions } from '../../../../shared/use-cases/account/end-other-sessions.ts';
import { endSession } from '../../../../shared/use-cases/account/end-session.ts';
import { listEvents } from '../../../../shared/use-cases/account/list-events.ts';
import { listSessions } from '../../../../shared/use-cases/account/list-sessions.ts';
import { signIn } from '../../../../shared/use-cases/sign-in/sign-in.ts';
import { signInTotp } from '../../../../shared/use-cases/sign-in/sign-in-totp.ts';
import { defaultSecurity } from '../../../security-settings.ts';
import { failureOf, newWorld, PASSWORD, type World } from '../../../world.ts';

const email = 'uma@acme.example';
const ANOTHER = 'another horse battery staple';
let world: World;
let here: string;
let elsewhere: string;
let userId: string;
beforeEach(async () => {
  world = newWorld();
  ({ userId } = await world.register(email));
  elsewhere = await world.signInWithPassword(email);
  world.advance(MINUTE);
  here = await world.signInWithPassword(email);
});
const endOthers = async () => {
  const { session } = await endOtherSessions(world.needs, await world.as(here));
  here = session.token;
};
const list = async () => (await listSessions(world.needs, await world.as(here))).sessions;
const eventTypes = async () =>
  (await listEvents(world.needs, await world.as(here), { limit: 10 })).events.map(({ type }) => type);

describe('sessions', () => {
  it('are listed with the latest first, and the one that asks is marked', async () => {
    expect((await list()).map(({ current }) => current)).toEqual([true, false]);
    expect(JSON.stringify(await list())).not.toContain(here.slice(-43));
  });

  it('are not listed when their time is over', async () => {
    world.advance(defaultSecurity.sessionIdleMinutes * MINUTE - MINUTE);
    expect(await list()).toHaveLength(1);
  });

  it('end one by one, and at the next request', async () => {
    const [, other] = await list();
    await endSession(world.needs, await world.as(here), { sessionId: other?.id ?? '' });
    expect(await failureOf(world.as(elsewhere))).toBe('session_required');
    expect(await list()).toHaveLength(1);
    expect(await eventTypes()).toContain('session_ended');
  });

  it('of someone else are not found, nor is one that has ended', async () => {
    await world.register('ben@acme.example');
    const strange = await world.as(await world.signInWithPassword('ben@acme.example'));
    const [mine] = await list();
    const end = async (sessionId: string) => failureOf(endSession(world.needs, strange, { sessionId }));
    expect(await end(mine?.id ?? '')).toBe('not_found');
    expect(await end('nonsense')).toBe('not_found');
    expect(await list()).toHaveLength(2);
  });

  it('but this one end together, with every open challenge', async () => {
    const { secret, token } = await world.enroll(here);
    here = token;
    world.advance(MINUTE);
    const challengeToken = await world.startChallenge(email);
    await endOthers();
    expect(await list()).toMatchObject([{ current: true }]);
    const answer = signInTotp(world.needs, world.context(), { challengeToken, code: world.codeOf(secret) });
    expect(await failureOf(answer)).toBe('challenge_invalid');
  });

  it('end together with the copy of this one’s token', async () => {
    const copy = here;
    await endOthers();
    expect(await failureOf(world.as(copy))).toBe('session_required');
    expect(await failureOf(world.as(here))).toBe('none');
  });

  it('other than this one take a fresh identity, so that no thief throws the owner out', async () => {
    const [mine, other] = await list();
    world.advance(16 * MINUTE);
    const stale = await world.as(here);
    const end = (sessionId = '') => failureOf(endSession(world.needs, stale, { sessionId }));
    expect(await end(other?.id)).toBe('identity_confirmation_required');
    expect(await end(mine?.id)).toBe('none');
  });

  it('are not ended by a session that is outdated itself', async () => {
    const outdated = await world.as(elsewhere);
    await endOthers();
    expect(await failureOf(endOtherSessions(world.needs, outdated))).toBe('temporarily_unavailable');
    expect(await list()).toHaveLength(1);
  });
});

describe('change password', () => {
  const change = async (currentPassword: string, newPassword: string) =>
    changePassword(world.needs, await world.as(here), { currentPassword, newPassword });

  it('keeps this session, ends the others, and the new one is what signs in', async () => {
    const copy = here;
    ({
      session: { token: here },
    } = await change(PASSWORD, ANOTHER));
    expect(await failureOf(world.as(copy))).toBe('session_required');
    const answer = await signIn(world.needs, world.context(), { email, password: ANOTHER });
    expect(answer.status).toBe('signed_in');
    expect(await failureOf(world.signInWithPassword(email))).toBe('credentials_invalid');
    // This one and the new one: what was elsewhere is over.
    expect(await list()).toHaveLength(2);
    expect(await eventTypes()).toContain('password_changed');
  });

  it('leaves the second factor on', async () => {
    here = (await world.enroll(here)).token;
    await change(PASSWORD, ANOTHER);
    const answer = await signIn(world.needs, world.context(), { email, password: ANOTHER });
    expect(answer.status).toBe('two_factor_required');
  });

  it('needs the present one, in as few attempts as a sign-in has', async () => {
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

  it('holds the new one to the policy', async () => {
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
