import { describe, expect, it } from 'vitest';
import { makeRoomForChallenge } from '../../../../shared/domain/sessions/challenge.ts';
import { aChallenge, aTwoFactor, aUser, NOW } from '../../../fixtures.ts';
import { defaultSecurity } from '../../../security-settings.ts';

const { unknownChallengesPerUser: unknown, challengesPerUser: own } = defaultSecurity;
const user = aUser();
/** Challenges from these addresses, the first one the oldest. */
const from = (addresses: string[], given: object = {}) =>
  Object.fromEntries(
    addresses.map((ip, index) => [`c${index}`, { ...aChallenge(user), expiresAt: NOW + 1_000 + index, ip, ...given }]),
  );
const endedBy = (challenges: object, ip: string, fromKnownDevice = false) =>
  makeRoomForChallenge(aTwoFactor({ challenges: challenges as never }), { ip, fromKnownDevice }, NOW, defaultSecurity);
const addresses = (count: number, ofOne: number) =>
  Array.from({ length: count }, (_, index) => (index < ofOne ? '192.0.2.1' : `198.51.100.${index}`));

describe('room for one more challenge', () => {
  it('takes nothing from anyone while there is room', () => {
    expect(endedBy(from(addresses(unknown - 1, 2)), '203.0.113.9')).toEqual([]);
  });

  it('is taken from the oldest of the address that has the most, one at a time', () => {
    expect(endedBy(from(addresses(unknown, 2)), '203.0.113.9')).toEqual(['c0']);
    // As many as were too many, had more been written at once.
    expect(endedBy(from(addresses(unknown + 1, 3)), '203.0.113.9')).toEqual(['c0', 'c1']);
  });

  it('is taken from one’s own address first', () => {
    const mine = Array.from({ length: own }, () => '203.0.113.9');
    const ended = endedBy(from([...mine, ...addresses(2, 0)]), '203.0.113.9');
    expect(ended[0]).toBe('c0');
    expect(ended.every((hash) => Number(hash.slice(1)) < own)).toBe(true);
  });

  it('counts expired challenges as gone, and a known device takes none of the others', () => {
    const challenges = from(addresses(unknown, 1));
    const expired = { ...challenges, c1: { ...challenges.c1, expiresAt: NOW } };
    expect(endedBy(expired, '203.0.113.9')).toEqual(['c1']);
    expect(endedBy(challenges, '192.0.2.1', true)).toEqual([]);
  });
});
