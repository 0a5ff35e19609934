import { beforeEach, describe, expect, it, vi } from 'vitest';
import { signIn } from '../../../../shared/use-cases/sign-in/sign-in.ts';
import { failureOf, newWorld, PASSWORD, type World } from '../../../world.ts';

let world: World;
const email = 'uma@acme.example';
beforeEach(() => {
  world = newWorld();
});
const trySignIn = (given: { email?: string; password?: string } = {}) =>
  signIn(world.needs, world.context(), { email, password: PASSWORD, ...given });

describe('sign-in', () => {
  it('with 2FA off answers with a session and the account', async () => {
    const { organizationId } = await world.register(email);
    expect(await trySignIn()).toMatchObject({
      status: 'signed_in',
      session: { method: 'password' },
      user: {
        email,
        organization: { id: organizationId, name: 'Acme Telecom' },
        twoFactor: { status: 'disabled' },
        lastSignIn: { twoFactorVerified: false },
      },
    });
  });

  it('with 2FA on answers with a challenge, and creates neither session nor record (rule 3)', async () => {
    const { userId } = await world.register(email);
    await world.enroll(await world.signInWithPassword(email));
    const sessions = world.state.sessions.size;
    expect(await trySignIn()).toMatchObject({
      status: 'two_factor_required',
      challenge: { methods: ['totp', 'recovery_code'] },
    });
    expect(world.state.sessions.size).toBe(sessions);
    expect(world.state.signIns.get(userId)).toHaveLength(1);
  });

  it('fails alike for an unknown address, a wrong password, and a suspended or merely invited user (rule 4)', async () => {
    const { userId } = await world.register(email);
    expect(await failureOf(trySignIn({ email: 'nobody@acme.example' }))).toBe('credentials_invalid');
    expect(await failureOf(trySignIn({ password: 'wrong' }))).toBe('credentials_invalid');
    Object.assign(world.state.users.get(userId) ?? {}, { status: 'suspended' });
    expect(await failureOf(trySignIn())).toBe('credentials_invalid');
    delete world.state.credentials.get(email)?.passwordHash;
    expect(await failureOf(trySignIn())).toBe('credentials_invalid');
  });

  it('makes the same calls for an unknown address as for a wrong password', async () => {
    await world.register(email);
    const calls: string[] = [];
    const spied = <T extends object>(name: string, target: T): T =>
      new Proxy(target, {
        get:
          (from, key) =>
          (...args: unknown[]) => {
            calls.push(`${name}.${String(key)}`);
            return (Reflect.get(from, key) as (...given: unknown[]) => unknown)(...args);
          },
      });
    const { credentials, signIns, passwords, twoFactors } = world.needs;
    const needs = {
      ...world.needs,
      credentials: spied('credentials', credentials),
      signIns: spied('signIns', signIns),
      passwords: spied('passwords', passwords),
      twoFactors: spied('twoFactors', twoFactors),
    };
    await failureOf(signIn(needs, world.context(), { email, password: 'wrong' }));
    const known = calls.splice(0);
    await failureOf(signIn(needs, world.context(), { email: 'nobody@acme.example', password: 'wrong' }));
    expect(calls).toEqual(known);
    expect(calls).toContain('passwords.verify');
  });

  it('compares the NFC form of what is typed', async () => {
    await world.register(email);
    Object.assign(world.state.credentials.get(email) ?? {}, { passwordHash: 'new:Zw\u00f6lf' });
    expect(await trySignIn({ password: 'Zwo\u0308lf' })).toMatchObject({ status: 'signed_in' });
  });

  it('renews a hash with old parameters once the password is known to be right', async () => {
    await world.register(email);
    Object.assign(world.state.credentials.get(email) ?? {}, { passwordHash: `old:${PASSWORD}` });
    await failureOf(trySignIn({ password: 'wrong' }));
    expect(world.state.credentials.get(email)?.passwordHash).toBe(`old:${PASSWORD}`);
    await trySignIn();
    expect(world.state.credentials.get(email)?.passwordHash).toBe(`new:${PASSWORD}`);
  });

  it('does not accept an old password that was read just before it was changed', async () => {
    const { userId } = await world.register(email);
    const find = world.needs.credentials.find;
    vi.spyOn(world.needs.credentials, 'find').mockImplementationOnce(async (address) => {
      const read = await find(address);
      // The change commits between the two reads.
      Object.assign(world.state.credentials.get(email) ?? {}, { passwordHash: 'new:changed', passwordVersion: 2 });
      Object.assign(world.state.users.get(userId) ?? {}, { passwordVersion: 2, authVersion: 9 });
      return read;
    });
    expect(await failureOf(trySignIn())).toBe('credentials_invalid');
    expect(world.state.sessions.size).toBe(0);
  });

  it('asks for the second factor when 2FA is turned on while the password is compared (I1)', async () => {
    const { userId } = await world.register(email);
    const token = await world.signInWithPassword(email);
    const readAccount = world.needs.signIns.readAccount;
    vi.spyOn(world.needs.signIns, 'readAccount').mockImplementationOnce(async (...ids) => {
      const read = await readAccount(...ids);
      await world.enroll(token);
      return read;
    });
    expect(await trySignIn()).toMatchObject({ status: 'two_factor_required' });
    expect(world.state.signIns.get(userId)).toHaveLength(1);
  });

  it('starts the challenge again if the factor was replaced in the meantime', async () => {
    await world.register(email);
    await world.enroll(await world.signInWithPassword(email));
    vi.spyOn(world.needs.twoFactors, 'startChallenge').mockResolvedValueOnce('changed');
    expect(await trySignIn()).toMatchObject({ status: 'two_factor_required' });
  });

  it('gives back one failure to the source, however often it is decided again', async () => {
    await world.register(email);
    vi.spyOn(world.needs.signIns, 'completeWithPassword')
      .mockResolvedValueOnce('changed')
      .mockResolvedValueOnce('changed');
    const giveBack = vi.spyOn(world.needs.limits, 'refundSource');
    await trySignIn();
    expect(giveBack).toHaveBeenCalledTimes(1);
  });

  it('gives up as unavailable, with nothing created, if the user keeps changing', async () => {
    await world.register(email);
    vi.spyOn(world.needs.signIns, 'completeWithPassword').mockResolvedValue('changed');
    expect(await failureOf(trySignIn())).toBe('temporarily_unavailable');
    expect(world.state.sessions.size).toBe(0);
  });
});
