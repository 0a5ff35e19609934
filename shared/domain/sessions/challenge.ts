import type { Challenge, CounterName, TwoFactor } from '../entities/two-factor.ts';
import type { User } from '../entities/user.ts';
import { type Instant, isOver, MINUTE } from '../instant.ts';
import { sourceOf } from '../limits/source.ts';
import type { SecuritySettings } from '../security-settings.ts';

/** The methods with which a user may prove the second factor. */
export const challengeMethods = ['totp', 'recovery_code'] as const;

export const newChallenge = (
  user: User,
  from: { isKnownDevice: boolean; ip: string },
  now: Instant,
  security: SecuritySettings,
): Challenge => ({
  expiresAt: now + security.challengeMinutes * MINUTE,
  attempts: 0,
  authVersion: user.authVersion,
  passwordVersion: user.passwordVersion,
  ip: from.ip,
  fromKnownDevice: from.isKnownDevice,
});

/** Which counter wrong codes are charged to. */
export const counterNameOf = ({ fromKnownDevice }: Pick<Challenge, 'fromKnownDevice'>): CounterName =>
  fromKnownDevice ? 'device' : 'stranger';

type Entry = [hash: string, challenge: Challenge];

/** Which of the unknown devices' challenges is removed: the oldest one from the source that has the most. */
const crowding = (entries: Entry[]): string | undefined => {
  const bySource = Object.values(Object.groupBy(entries, ([, { ip }]) => sourceOf(ip)));
  return bySource.toSorted((a = [], b = []) => b.length - a.length)[0]?.[0]?.[0];
};

/**
 * Which challenges end to make room for one more: expired ones first, and then others of its own kind. A known device
 * displaces only challenges of known devices, and an unknown one first displaces others from its own address: someone
 * who knows the password cannot remove the owner's challenge from another address.
 */
export const makeRoomForChallenge = (
  twoFactor: TwoFactor,
  { fromKnownDevice, ip }: Pick<Challenge, 'fromKnownDevice' | 'ip'>,
  now: Instant,
  security: SecuritySettings,
): string[] => {
  const byAge = Object.entries(twoFactor.challenges).sort(([, a], [, b]) => a.expiresAt - b.expiresAt);
  const expired = byAge.filter(([, challenge]) => isOver(challenge.expiresAt, now));
  const rivals = byAge.filter((entry) => !expired.includes(entry) && entry[1].fromKnownDevice === fromKnownDevice);
  const near = fromKnownDevice ? rivals : rivals.filter(([, rival]) => sourceOf(rival.ip) === sourceOf(ip));
  const ended = new Set(expired.map(([hash]) => hash));
  for (const [hash] of near.slice(0, Math.max(0, near.length - security.challengesPerUser + 1))) ended.add(hash);
  for (let left = rivals.filter(([hash]) => !ended.has(hash)); !fromKnownDevice; ) {
    const hash = left.length < security.unknownChallengesPerUser ? undefined : crowding(left);
    if (hash === undefined) break;
    ended.add(hash);
    left = left.filter(([other]) => other !== hash);
  }
  return [...ended];
};

/**
 * How many challenges a factor holds at most once this one has been added. Many that start at once may see the same
 * free room; they never exceed this number, and the rest is reserved for known devices.
 */
export const mostChallenges = (
  { fromKnownDevice }: Pick<Challenge, 'fromKnownDevice'>,
  security: SecuritySettings,
): number => security.unknownChallengesPerUser + security.challengesPerUser * (fromKnownDevice ? 2 : 1);
