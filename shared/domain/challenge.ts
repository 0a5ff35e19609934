import type { Challenge, TwoFactor } from './entities/two-factor.ts';
import type { User } from './entities/user.ts';
import { type Instant, isOver, MINUTE } from './instant.ts';
import type { Numbers } from './numbers.ts';

/** What a user may prove the second factor with. */
export const challengeMethods = ['totp', 'recovery_code'] as const;

export const newChallenge = (
  user: User,
  from: { isKnownDevice: boolean; ip: string },
  now: Instant,
  numbers: Numbers,
): Challenge => ({
  expiresAt: now + numbers.challengeMinutes * MINUTE,
  attempts: 0,
  authVersion: user.authVersion,
  ip: from.ip,
  fromKnownDevice: from.isKnownDevice,
});

/** Which challenges end so that one more fits: the expired, and while there are still too many, the oldest. */
export const makeRoomForChallenge = (twoFactor: TwoFactor, now: Instant, numbers: Numbers): string[] => {
  const byAge = Object.entries(twoFactor.challenges).sort(([, a], [, b]) => a.expiresAt - b.expiresAt);
  const over = byAge.filter(([, challenge]) => isOver(challenge.expiresAt, now)).length;
  const tooMany = byAge.length - numbers.challengesPerUser + 1;
  return byAge.slice(0, Math.max(over, tooMany, 0)).map(([hash]) => hash);
};
