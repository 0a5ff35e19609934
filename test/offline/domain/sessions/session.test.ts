import { describe, expect, it } from 'vitest';
import type { Challenge } from '../../../../shared/domain/entities/two-factor.ts';
import { makeRoomForChallenge } from '../../../../shared/domain/sessions/challenge.ts';
import {
  confirmedUntil,
  isFull,
  isLive,
  isWorthTouching,
  makeRoomForSession,
} from '../../../../shared/domain/sessions/session.ts';
import { aChallenge, aSession, aTwoFactor, aUser, NOW } from '../../../fixtures.ts';
import { defaultSecurity, MINUTE_OF } from '../../../security-settings.ts';

const session = aSession(aUser());
const user = aUser({ sessions: { [session.hash]: NOW } });
const live = (now: number, changed = {}, changedUser = {}) =>
  isLive({ ...session, ...changed }, { ...user, ...changedUser }, now, defaultSecurity);

describe('a session', () => {
  it('lives 24 hours at most, and has expired at that very instant', () => {
    const end = NOW + MINUTE_OF.session;
    expect(live(end - 1, { lastSeenAt: end - 1 })).toBe(true);
    expect(live(end, { lastSeenAt: end - 1 })).toBe(false);
  });

  it('lives 60 minutes without use, and has expired at that very instant', () => {
    expect(live(NOW + MINUTE_OF.idle - 1)).toBe(true);
    expect(live(NOW + MINUTE_OF.idle)).toBe(false);
  });

  it('ends when the user is suspended, and with their authVersion', () => {
    expect(live(NOW, {}, { status: 'suspended' })).toBe(false);
    expect(live(NOW, {}, { authVersion: 2 })).toBe(false);
  });

  it('is confirmed for 15 minutes', () => {
    expect(confirmedUntil(session, user, defaultSecurity)).toBe(NOW + MINUTE_OF.identity);
  });

  it('is not confirmed without the second factor once 2FA is on', () => {
    const enabled = { ...user, twoFactorEnabledAt: NOW };
    expect(confirmedUntil(session, enabled, defaultSecurity)).toBeLessThanOrEqual(NOW);
    expect(confirmedUntil({ ...session, secondFactorConfirmed: true }, enabled, defaultSecurity)).toBeGreaterThan(NOW);
  });

  it('is marked as seen at most once a minute', () => {
    expect(isWorthTouching(session, NOW + 59_999)).toBe(false);
    expect(isWorthTouching(session, NOW + 60_000)).toBe(true);
  });
});

describe('room', () => {
  const sessions = (count: number, age: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`s${index}`, NOW - age + index]));

  it('for a session requires no one to leave below the limit', () => {
    expect(makeRoomForSession({ ...user, sessions: sessions(9, 1_000) }, [], NOW, defaultSecurity)).toEqual([]);
  });

  it('for the eleventh session is the oldest one’s', () => {
    expect(makeRoomForSession({ ...user, sessions: sessions(10, 1_000) }, [], NOW, defaultSecurity)).toEqual(['s0']);
  });

  it('is also that of expired sessions', () => {
    expect(
      makeRoomForSession({ ...user, sessions: sessions(3, MINUTE_OF.session + 2) }, [], NOW, defaultSecurity),
    ).toEqual(['s0', 's1', 's2']);
  });

  it('for the eleventh is that of idle sessions before used ones, least recently used first', () => {
    const full = sessions(10, 1_000);
    const item = (hash: string, lastSeenAt: number) => ({ ...aSession(user), hash, lastSeenAt });
    const found = Object.keys(full).map((hash, index) => item(hash, NOW - 10 + index));
    const room = (items: typeof found) => makeRoomForSession({ ...user, sessions: full }, items, NOW, defaultSecurity);
    // The oldest is in use; the one that was used least recently goes.
    expect(room([item('s0', NOW), ...found.slice(1)])).toEqual(['s1']);
    // Idle ones have expired, whatever others there are.
    const idle = NOW - MINUTE_OF.idle;
    expect(room([item('s0', NOW), item('s1', idle), item('s2', idle), ...found.slice(3)])).toEqual(['s1', 's2']);
    // A listed session without an item is not a session.
    expect(room([item('s0', NOW), ...found.slice(2)])).toEqual(['s1']);
  });

  const challenge = (expiresAt: number, given = {}) => ({ ...aChallenge(user), expiresAt, ...given });
  const roomFor = (challenges: Record<string, ReturnType<typeof challenge>>, mine: Partial<Challenge> = {}) =>
    makeRoomForChallenge(aTwoFactor({ challenges }), challenge(NOW + 9, mine), NOW, defaultSecurity);

  it('for a challenge is that of an expired one, or of the oldest from the same address', () => {
    expect(roomFor({ a: challenge(NOW + 1), b: challenge(NOW + 2) })).toEqual([]);
    expect(roomFor({ a: challenge(NOW + 2), b: challenge(NOW + 1), c: challenge(NOW + 3) })).toEqual(['b']);
    expect(roomFor({ a: challenge(NOW), b: challenge(NOW - 1) })).toEqual(['b', 'a']);
  });

  it('for a stranger’s challenge is never a known device’s, nor that of another address while there is room', () => {
    const known = { fromKnownDevice: true };
    const owners = { a: challenge(NOW + 1, known), b: challenge(NOW + 2, known), c: challenge(NOW + 3, known) };
    expect(roomFor(owners)).toEqual([]);
    expect(roomFor(owners, known)).toEqual(['a']);
    const elsewhere = { ip: '198.51.100.1' };
    const mine = Object.fromEntries(['d', 'e', 'f'].map((hash, index) => [hash, challenge(NOW + 4 + index)]));
    expect(roomFor({ o: challenge(NOW + 1, elsewhere), ...mine })).toEqual(['d']);
  });

  it('for the thirteenth of strangers is that of the address that has most of them', () => {
    const of = (ip: string, count: number) =>
      Array.from({ length: count }, (_, index) => [`${ip} ${index}`, challenge(NOW + index + 1, { ip })] as const);
    const full = Object.fromEntries([
      ...of('198.51.100.1', 1),
      ...of('198.51.100.2', 3),
      ...Array.from({ length: 8 }, (_, index) => of(`203.0.113.${index}`, 1)).flat(),
    ]);
    expect(roomFor(full)).toEqual(['198.51.100.2 0']);
  });
});

describe('the places for sessions', () => {
  it('are all taken at the most that a user may have, and not before', () => {
    const { sessionsPerUser } = defaultSecurity;
    const withSessions = (count: number) =>
      aUser({ sessions: Object.fromEntries(Array.from({ length: count }, (_, index) => [`s${index}`, NOW])) });
    expect(isFull(withSessions(sessionsPerUser - 1), defaultSecurity)).toBe(false);
    expect(isFull(withSessions(sessionsPerUser), defaultSecurity)).toBe(true);
  });
});
