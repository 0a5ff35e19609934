import { timingSafeEqual } from 'node:crypto';
import type { Random } from '../../ports/random.ts';
import type { TwoFactor } from '../entities/two-factor.ts';
import type { User } from '../entities/user.ts';
import { type Instant, isOver, MINUTE } from '../instant.ts';
import { type Numbers, ONE_TIME_PASS } from '../numbers.ts';
import { sha256 } from '../sessions/tokens.ts';
import { grouped, newCode } from './crockford.ts';

/** A pass that stands for the second factor once: as it is handed out, and as it is stored. */
export const newOneTimePass = ({ authVersion }: User, random: Random, now: Instant, numbers: Numbers) => {
  const code = newCode(random, ONE_TIME_PASS);
  return {
    shown: grouped(code, ONE_TIME_PASS),
    stored: { hash: oneTimePassHash(code), expiresAt: now + numbers.oneTimePassMinutes * MINUTE, authVersion },
  };
};

export const oneTimePassHash = (canonicalCode: string): string => sha256(canonicalCode);

/** Whether a hash is that of the pass that is there, not over, and from before no change that ended sessions. */
export const isLivePass = (
  { oneTimePass }: TwoFactor,
  { authVersion }: Pick<User, 'authVersion'>,
  hash: string,
  now: Instant,
): boolean =>
  oneTimePass !== undefined &&
  oneTimePass.authVersion === authVersion &&
  timingSafeEqual(Buffer.from(oneTimePass.hash), Buffer.from(hash)) &&
  !isOver(oneTimePass.expiresAt, now);
