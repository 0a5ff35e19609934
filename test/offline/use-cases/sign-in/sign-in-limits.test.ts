import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DAY, HOUR } from '../../../../shared/domain/instant.ts';
import type { Context } from '../../../../shared/domain/request.ts';
import { signIn } from '../../../../shared/use-cases/sign-in/sign-in.ts';
import { defaultSecurity } from '../../../security-settings.ts';
import { failureOf, newWorld, PASSWORD, type World } from '../../../world.ts';

const email = 'uma@acme.example';
let world: World;
let userId: string;
let notes: object[];
beforeEach(async () => {
  world = newWorld();
  notes = [];
  ({ userId } = await world.register(email));
});
type Try = { email?: string; password?: string; deviceToken?: string | undefined; ip?: string };
const trySignIn = ({ ip = '192.0.2.50', ...given }: Try = {}) => {
  const note: Context['note'] = (noted) => void notes.push(noted);
  const context = { ...world.context(), note, client: { ip, userAgent: '' } };
  return signIn(world.needs, context, { email, password: PASSWORD, ...given });
};
const fail = (given: Try = {}) => failureOf(trySignIn({ password: 'wrong', ...given }));
const deviceOf = async (): Promise<string | undefined> => {
  const entered = await trySignIn();
  return entered.status === 'signed_in' ? entered.device?.token : undefined;
};

describe('a source that failed too often', () => {
  const spend = async () => {
    for (let count = 0; count < defaultSecurity.sourceFailuresBurst; count += 1) {
      await fail({ email: `nobody-${count}@acme.example` });
    }
  };

  it('waits, whatever account it asks for, and the log says which limit it was', async () => {
    await spend();
    expect(await failureOf(trySignIn())).toBe('too_many_attempts');
    expect(notes.at(-1)).toEqual({ reason: 'source_limit' });
    expect(await failureOf(trySignIn({ ip: '198.51.100.1' }))).toBe('none');
  });

  it('does not hold up a device that the account knows, and is not charged for that device’s typing errors', async () => {
    const deviceToken = await deviceOf();
    await spend();
    const refund = vi.spyOn(world.needs.limits, 'refundSource');
    expect(await failureOf(trySignIn({ deviceToken }))).toBe('none');
    expect(await fail({ deviceToken, ip: '198.51.100.2' })).toBe('credentials_invalid');
    expect(refund).toHaveBeenCalledTimes(1);
  });
});

describe('100 wrong passwords in a row', () => {
  /** Slowly enough for every wait. */
  const failOften = async (address: string) => {
    for (let count = 0; count < defaultSecurity.passwordFailuresInARow; count += 1) {
      expect(await fail({ email: address, ip: `203.0.113.${count}` })).toBe('credentials_invalid');
      world.advance(2 * HOUR);
    }
  };
  const closings = () => [...world.state.passwordResets.values()].filter(({ isClosed }) => isClosed);

  it('close the password to unknown devices permanently, and report it once', async () => {
    const deviceToken = await deviceOf();
    await failOften(email);
    world.advance(30 * DAY);
    const closed = trySignIn();
    await expect(closed).rejects.toMatchObject({ code: 'too_many_attempts', retryAfter: undefined });
    expect(notes.at(-1)).toEqual({ reason: 'password_limit_closed' });
    expect(await failureOf(trySignIn({ deviceToken }))).toBe('none');
    expect(closings()).toMatchObject([{ email }]);
  });

  it('are recorded alike for an address without an account', async () => {
    await failOften('nobody@acme.example');
    expect(closings()).toMatchObject([{ email: 'nobody@acme.example' }]);
  });
});

describe('a sign-in beyond the last place', () => {
  it('ends the least recently used session', async () => {
    const tokens: string[] = [];
    for (let count = 0; count <= defaultSecurity.sessionsPerUser; count += 1) {
      world.advance(1_000);
      tokens.push(await world.signInWithPassword(email));
    }
    const [first = '', second = ''] = tokens;
    expect([await failureOf(world.as(first)), await failureOf(world.as(second))]).toEqual(['session_required', 'none']);
    expect(Object.keys(world.state.users.get(userId)?.sessions ?? {})).toHaveLength(defaultSecurity.sessionsPerUser);
  });
});

describe('the session that a browser had before', () => {
  it('ends with the sign-in that overwrites its cookie', async () => {
    const before = await world.as(await world.signInWithPassword(email));
    const leaving = { userId, hash: before.caller.session.hash };
    await signIn(world.needs, { ...world.context(), leaving }, { email, password: PASSWORD });
    expect(Object.keys(world.state.users.get(userId)?.sessions ?? {})).not.toContain(leaving.hash);
  });

  it('keeps no one out if it cannot be ended', async () => {
    vi.spyOn(world.needs.sessions, 'end').mockRejectedValue(new Error('throttled'));
    const context = { ...world.context(), leaving: { userId, hash: 'gone' } };
    expect(await failureOf(signIn(world.needs, context, { email, password: PASSWORD }))).toBe('none');
  });
});
