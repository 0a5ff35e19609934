import { describe, expect, it } from 'vitest';
import { makeRoomForChallenge } from '../../../shared/domain/challenge.ts';
import { confirmedUntil, isLive, isWorthTouching, makeRoomForSession } from '../../../shared/domain/session.ts';
import { aChallenge, aSession, aTwoFactor, aUser, NOW } from '../../fixtures.ts';
import { defaultNumbers, MINUTE_OF } from '../../numbers.ts';

const user = aUser();
const session = aSession(user);
const live = (now: number, changed = {}, changedUser = {}) =>
  isLive({ ...session, ...changed }, { ...user, ...changedUser }, now, defaultNumbers);

describe('a session', () => {
  it('lives 24 hours at most, and is over at that very instant', () => {
    const end = NOW + MINUTE_OF.session;
    expect(live(end - 1, { lastSeenAt: end - 1 })).toBe(true);
    expect(live(end, { lastSeenAt: end - 1 })).toBe(false);
  });

  it('lives 60 minutes without use, and is over at that very instant', () => {
    expect(live(NOW + MINUTE_OF.idle - 1)).toBe(true);
    expect(live(NOW + MINUTE_OF.idle)).toBe(false);
  });

  it('ends with the user being suspended, and with their authVersion', () => {
    expect(live(NOW, {}, { status: 'suspended' })).toBe(false);
    expect(live(NOW, {}, { authVersion: 2 })).toBe(false);
  });

  it('is confirmed for 15 minutes', () => {
    expect(confirmedUntil(session, user, defaultNumbers)).toBe(NOW + MINUTE_OF.identity);
  });

  it('is not confirmed without the second factor once 2FA is on', () => {
    const enabled = { ...user, twoFactorEnabledAt: NOW };
    expect(confirmedUntil(session, enabled, defaultNumbers)).toBeLessThanOrEqual(NOW);
    expect(confirmedUntil({ ...session, secondFactorConfirmed: true }, enabled, defaultNumbers)).toBeGreaterThan(NOW);
  });

  it('is noted as seen at most once a minute', () => {
    expect(isWorthTouching(session, NOW + 59_999)).toBe(false);
    expect(isWorthTouching(session, NOW + 60_000)).toBe(true);
  });
});

describe('room', () => {
  const sessions = (count: number, age: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`s${index}`, NOW - age + index]));

  it('for a session needs nobody to leave below the limit', () => {
    expect(makeRoomForSession({ ...user, sessions: sessions(9, 1_000) }, NOW, defaultNumbers)).toEqual([]);
  });

  it('for the eleventh session is the oldest one’s', () => {
    expect(makeRoomForSession({ ...user, sessions: sessions(10, 1_000) }, NOW, defaultNumbers)).toEqual(['s0']);
  });

  it('is also that of sessions past their end', () => {
    expect(makeRoomForSession({ ...user, sessions: sessions(3, MINUTE_OF.session + 2) }, NOW, defaultNumbers)).toEqual([
      's0',
      's1',
      's2',
    ]);
  });

  it('for a challenge is that of the expired, or of the oldest', () => {
    const challenge = (expiresAt: number) => ({ ...aChallenge(user), expiresAt });
    const room = (challenges: Record<string, ReturnType<typeof challenge>>) =>
      makeRoomForChallenge(aTwoFactor({ challenges }), NOW, defaultNumbers);
    expect(room({ a: challenge(NOW + 1), b: challenge(NOW + 2) })).toEqual([]);
    expect(room({ a: challenge(NOW + 2), b: challenge(NOW + 1), c: challenge(NOW + 3) })).toEqual(['b']);
    expect(room({ a: challenge(NOW), b: challenge(NOW - 1) })).toEqual(['b', 'a']);
  });
});
