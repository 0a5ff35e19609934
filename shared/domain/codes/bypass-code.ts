import { timingSafeEqual } from 'node:crypto';
import type { Random } from '../../ports/random.ts';
import type { TwoFactor } from '../entities/two-factor.ts';
import type { User } from '../entities/user.ts';
import { type Instant, isOver, MINUTE } from '../instant.ts';
import { BYPASS_CODE, type SecuritySettings } from '../security-settings.ts';
import { sha256 } from '../sessions/tokens.ts';
import { grouped, newCode } from './crockford.ts';

/** A bypass code replaces the second factor once. These are the form that is handed out and the form that is stored. */
export const newBypassCode = ({ authVersion }: User, random: Random, now: Instant, security: SecuritySettings) => {
  const code = newCode(random, BYPASS_CODE);
  return {
    shown: grouped(code, BYPASS_CODE),
    stored: { hash: bypassCodeHash(code), expiresAt: now + security.bypassCodeMinutes * MINUTE, authVersion },
  };
};

export const bypassCodeHash = (canonicalCode: string): string => sha256(canonicalCode);

/**
 * Whether a hash matches the current bypass code, and the code has not expired or been invalidated by a change that
 * ended sessions.
 */
export const isLivePass = (
  { bypassCode }: TwoFactor,
  { authVersion }: Pick<User, 'authVersion'>,
  hash: string,
  now: Instant,
): boolean =>
  bypassCode !== undefined &&
  bypassCode.authVersion === authVersion &&
  timingSafeEqual(Buffer.from(bypassCode.hash), Buffer.from(hash)) &&
  !isOver(bypassCode.expiresAt, now);
