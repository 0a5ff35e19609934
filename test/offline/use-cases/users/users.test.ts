import { beforeEach, describe, expect, it, vi } from 'vitest';
import { encodeCursor } from '../../../../shared/domain/cursor.ts';
import type { User } from '../../../../shared/domain/entities/user.ts';
import { HOUR } from '../../../../shared/domain/instant.ts';
import { issueToken } from '../../../../shared/domain/sessions/tokens.ts';
import { getAccount } from '../../../../shared/use-cases/account/get-account.ts';
import { listSignIns } from '../../../../shared/use-cases/account/list-sign-ins.ts';
import { inspectLink } from '../../../../shared/use-cases/sign-in/inspect-link.ts';
import { setPassword } from '../../../../shared/use-cases/sign-in/set-password.ts';
import { signIn } from '../../../../shared/use-cases/sign-in/sign-in.ts';
import { signOut } from '../../../../shared/use-cases/sign-in/sign-out.ts';
import { createUser } from '../../../../shared/use-cases/users/create-user.ts';
import { getTwoFactorAdoption } from '../../../../shared/use-cases/users/get-two-factor-adoption.ts';
import { getUser } from '../../../../shared/use-cases/users/get-user.ts';
import { inviteAgain } from '../../../../shared/use-cases/users/invite-again.ts';
import { listUserSignIns } from '../../../../shared/use-cases/users/list-user-sign-ins.ts';
import { listUsers } from '../../../../shared/use-cases/users/list-users.ts';
import { updateUser } from '../../../../shared/use-cases/users/update-user.ts';
import { NOW } from '../../../fixtures.ts';
import { failureOf, newWorld, PASSWORD, type World } from '../../../world.ts';

let world: World;
let adminToken: string;
let organizationId: string;
const admin = 'admin@acme.example';

beforeEach(async () => {
  world = newWorld();
  ({ organizationId } = await world.register(admin, undefined, ['users:manage']));
  adminToken = await world.signInWithPassword(admin);
});
const asAdmin = () => world.as(adminToken);

describe('create user', () => {
  it('makes a user of the administrator’s organization, who cannot sign in before setting a password', async () => {
    const { user, invitation } = await createUser(world.needs, await asAdmin(), {
      email: 'new@acme.example',
      name: 'New',
    });
    expect(user).toMatchObject({ email: 'new@acme.example', status: 'active', permissions: [], lastSignIn: null });
    expect(world.state.users.get(user.id)?.organizationId).toBe(organizationId);
    expect(invitation.url).toMatch(/^https:\/\/auth\.example\.com\/set-password#spi_/);
    expect(await failureOf(world.signInWithPassword('new@acme.example'))).toBe('credentials_invalid');
  });

  it('refuses an address that is in use', async () => {
    expect(await failureOf(createUser(world.needs, await asAdmin(), { email: admin, name: 'Again' }))).toBe(
      'email_taken',
    );
  });

  it('notes who did it', async () => {
    const caller = await asAdmin();
    const { user } = await createUser(world.needs, caller, { email: 'new@acme.example', name: 'New' });
    expect(world.state.events.get(user.id)).toMatchObject([{ type: 'user_created', actorId: caller.caller.user.id }]);
  });
});

describe('set password', () => {
  const invited = async () => {
    const { user, invitation } = await createUser(world.needs, await asAdmin(), {
      email: 'new@acme.example',
      name: 'New',
    });
    return { user, token: new URL(invitation.url).hash.slice(1) };
  };
  const set = (invitation: string, newPassword = PASSWORD) =>
    setPassword(world.needs, world.context(), { token: invitation, newPassword });

  it('lets the user sign in, and makes no session by itself', async () => {
    const invitation = await invited();
    const sessions = world.state.sessions.size;
    await set(invitation.token);
    expect(world.state.sessions.size).toBe(sessions);
    expect(await failureOf(world.signInWithPassword('new@acme.example'))).toBe('none');
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

  it('works although the device that did it cannot be remembered', async () => {
    const invitation = await invited();
    vi.spyOn(world.needs.limits, 'rememberDevice').mockRejectedValueOnce(new Error('throttled'));
    expect(await set(invitation.token)).toEqual({});
    expect(await failureOf(world.signInWithPassword('new@acme.example'))).toBe('none');
  });

  it('keeps what second factor its device had passed', async () => {
    const invitation = await invited();
    const hash = 'h'.repeat(43);
    const findDevices = vi.spyOn(world.needs.limits, 'findDevices');
    const known = { hash, userId: invitation.user.id, deviceScope: 'before', generation: 'g-1', expiresAt: NOW + HOUR };
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

  const again = async (userId: string): Promise<string> => {
    const { invitation } = await inviteAgain(world.needs, await asAdmin(), { userId });
    return new URL(invitation?.url ?? '').hash.slice(1);
  };

  it('works with another link, too, which ends the one before', async () => {
    const { user, token: first } = await invited();
    const second = await again(user.id);
    expect(await failureOf(set(first))).toBe('challenge_invalid');
    expect(await failureOf(set(second))).toBe('none');
    // Whoever finds the used one gets nowhere with it.
    expect(await failureOf(set(second))).toBe('challenge_invalid');
  });

  it('is not done by the link of an earlier password, whatever it was for', async () => {
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

  it('is not done by a link from before a suspension, not even after it', async () => {
    const { user, token } = await invited();
    const update = async (status: 'active' | 'suspended') =>
      updateUser(world.needs, await asAdmin(), { userId: user.id, status });
    await update('suspended');
    expect(await failureOf(set(token))).toBe('challenge_invalid');
    await update('active');
    expect(await failureOf(set(token))).toBe('challenge_invalid');
    expect(await failureOf(set(await again(user.id)))).toBe('none');
  });

  it('of someone who has one is nothing that an administrator gets a link for: it goes by mail', async () => {
    const { user, token } = await invited();
    await set(token);
    const invite = async (needs = world.needs) => inviteAgain(needs, await asAdmin(), { userId: user.id });
    expect(await invite()).toEqual({ sentTo: user.email });
    expect(await failureOf(invite({ ...world.needs, sendsMail: false }))).toBe('mail_required');
    Object.assign(world.state.users.get(user.id) ?? {}, { status: 'suspended' });
    expect(await failureOf(invite())).toBe('user_suspended');
  });

  it('says beforehand whose it is', async () => {
    const { user, token } = await invited();
    const inspect = () => inspectLink(world.needs, world.context(), { token });
    expect(await inspect()).toMatchObject({ email: user.email, purpose: 'invitation' });
    await set(token);
    expect(await failureOf(inspect())).toBe('challenge_invalid');
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

  /** What a stranger does who does not know the password. */
  const lockOut = async (email: string): Promise<void> => {
    for (let count = 0; count < 6; count += 1) {
      const from = { ...world.context(), client: { ip: `192.0.2.${count + 100}`, userAgent: '' } };
      await failureOf(signIn(world.needs, from, { email, password: 'wrong' }));
    }
  };

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
    expect(await failureOf(set(adminToken))).toBe('challenge_invalid');
  });

  it('lost to a change of the user in between is decided again', async () => {
    const invitation = await invited();
    vi.spyOn(world.needs.passwordTokens, 'redeem').mockResolvedValueOnce('changed');
    expect(await failureOf(set(invitation.token))).toBe('none');
  });
});

describe('user list', () => {
  it('filters by 2FA status and prefix, and pages by cursor', async () => {
    await world.register('bea@acme.example', organizationId);
    await world.register('ben@acme.example', organizationId);
    await world.enroll(await world.signInWithPassword('ben@acme.example'));
    const caller = await asAdmin();
    const emails = async (input: object) =>
      (await listUsers(world.needs, caller, { limit: 25, ...input })).users.map(({ email }) => email);
    expect(await emails({})).toEqual([admin, 'bea@acme.example', 'ben@acme.example']);
    expect(await emails({ twoFactor: 'enabled' })).toEqual(['ben@acme.example']);
    expect(await emails({ twoFactor: 'disabled', email: 'b' })).toEqual(['bea@acme.example']);
    const first = await listUsers(world.needs, caller, { limit: 2 });
    expect(await emails({ cursor: first.nextCursor })).toEqual(['ben@acme.example']);
    expect(await getTwoFactorAdoption(world.needs, caller)).toEqual({ enabled: 1, disabled: 2, total: 3 });
  });

  it('refuses a cursor from elsewhere', async () => {
    const list = async (input: object) => failureOf(listUsers(world.needs, await asAdmin(), { limit: 25, ...input }));
    expect(await list({ cursor: '%%%' })).toBe('request_invalid');
    expect(await list({ cursor: encodeCursor('a'.repeat(300)) })).toBe('request_invalid');
    expect(await list({ cursor: encodeCursor('zed@x.example'), email: 'b' })).toBe('request_invalid');
  });
});

describe('another organization (rule 12)', () => {
  it('is invisible: its users are not found, not listed and not counted', async () => {
    const stranger = await world.register('s@globex.example');
    const caller = await asAdmin();
    expect(await failureOf(getUser(world.needs, caller, { userId: stranger.userId }))).toBe('not_found');
    expect(await failureOf(listUserSignIns(world.needs, caller, { userId: stranger.userId, limit: 5 }))).toBe(
      'not_found',
    );
    expect((await listUsers(world.needs, caller, { limit: 25 })).users).toHaveLength(1);
    expect((await getTwoFactorAdoption(world.needs, caller)).total).toBe(1);
  });

  it('is answered like an id that cannot exist', async () => {
    expect(await failureOf(getUser(world.needs, await asAdmin(), { userId: '../x' }))).toBe('not_found');
  });
});

describe('sign-ins', () => {
  it('are shown to the owner and to the administrator alike', async () => {
    const { userId } = await world.register('bea@acme.example', organizationId);
    const own = await world.signInWithPassword('bea@acme.example');
    const mine = await listSignIns(world.needs, await world.as(own), { limit: 5 });
    expect(mine.signIns).toMatchObject([{ method: 'password', twoFactorVerified: false }]);
    expect(await listUserSignIns(world.needs, await asAdmin(), { userId, limit: 5 })).toEqual(mine);
    expect(await getUser(world.needs, await asAdmin(), { userId })).toMatchObject({
      lastSignIn: { twoFactorVerified: false },
    });
  });

  it('go on where the cursor says', async () => {
    world.advance(1_000);
    adminToken = await world.signInWithPassword(admin);
    const first = await listSignIns(world.needs, await asAdmin(), { limit: 1 });
    const second = await listSignIns(world.needs, await asAdmin(), { limit: 1, cursor: first.nextCursor });
    expect(first.signIns[0]?.at).not.toBe(second.signIns[0]?.at);
    expect(second.nextCursor).toBeUndefined();
    expect(await failureOf(listSignIns(world.needs, await asAdmin(), { limit: 1, cursor: encodeCursor('x') }))).toBe(
      'request_invalid',
    );
  });
});

describe('account', () => {
  it('has the organization’s name; signing out ends the session', async () => {
    expect(await getAccount(world.needs, await asAdmin())).toMatchObject({
      email: admin,
      organization: { name: 'Acme Telecom' },
      permissions: ['users:manage'],
    });
    await signOut(world.needs, await asAdmin());
    expect(await failureOf(asAdmin())).toBe('session_required');
  });

  it('is signed out of once: a session that was ended meanwhile is gone', async () => {
    const caller = await asAdmin();
    await signOut(world.needs, caller);
    expect(await failureOf(signOut(world.needs, caller))).toBe('session_required');
  });

  it('of an organization that is gone is an error, not an empty name', async () => {
    world.state.organizations.clear();
    await expect(getAccount(world.needs, await asAdmin())).rejects.toThrow('does not exist');
  });
});
