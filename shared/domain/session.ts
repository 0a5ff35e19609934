import type { Organization } from './entities/organization.ts';
import type { Session } from './entities/session.ts';
import type { Method } from './entities/sign-in.ts';
import type { User } from './entities/user.ts';
import { type Instant, isOver, MINUTE } from './instant.ts';
import type { Numbers } from './numbers.ts';

type NewSession = {
  hash: string;
  user: User;
  method: Method;
  organization: Organization;
  client: { ip: string; userAgent: string };
  now: Instant;
  numbers: Numbers;
};

const requirement = ({ twoFactorPolicy: policy }: Organization) =>
  policy?.mode === 'required' && policy.requiredFrom !== undefined
    ? { twoFactorRequiredFrom: policy.requiredFrom }
    : {};

/**
 * Whether a session may do no more than set up the second factor. It knows what its organization required when it began:
 * asking at each request would be one more read for everybody.
 */
export const lacksTwoFactor = ({ twoFactorRequiredFrom: from }: Session, user: User, now: Instant): boolean =>
  user.twoFactorEnabledAt === undefined && from !== undefined && isOver(from, now);

/** A session as it is when a sign-in completes: the identity was confirmed just now, with every factor there is. */
export const newSession = ({ hash, user, method, organization, client, now, numbers }: NewSession): Session => ({
  hash,
  createdAt: now,
  lastSeenAt: now,
  expiresAt: now + numbers.sessionMinutes * MINUTE,
  identityConfirmedAt: now,
  secondFactorConfirmed: method !== 'password',
  method,
  authVersion: user.authVersion,
  ...requirement(organization),
  ip: client.ip,
  userAgent: client.userAgent,
});

/** Whether a session still stands for its user: not ended, not idle, not from before a change that ended it. */
export const isLive = (session: Session, user: User, now: Instant, numbers: Numbers): boolean =>
  user.status === 'active' &&
  session.authVersion === user.authVersion &&
  !isOver(session.expiresAt, now) &&
  !isOver(session.lastSeenAt + numbers.sessionIdleMinutes * MINUTE, now);

/** Until when dangerous operations need no new confirmation; a confirmation without a factor that is on is none. */
export const confirmedUntil = (session: Session, user: User, numbers: Numbers): Instant =>
  user.twoFactorEnabledAt !== undefined && !session.secondFactorConfirmed
    ? session.createdAt
    : session.identityConfirmedAt + numbers.identityConfirmationMinutes * MINUTE;

/** `lastSeenAt` is written at most once a minute. */
export const isWorthTouching = (session: Session, now: Instant): boolean => now - session.lastSeenAt >= MINUTE;

/** Which of a user's sessions end so that one more fits: those past their end and, while too many, the oldest. */
export const makeRoomForSession = (user: User, now: Instant, numbers: Numbers): string[] => {
  const byAge = Object.entries(user.sessions).sort(([, a], [, b]) => a - b);
  const over = byAge.filter(([, createdAt]) => isOver(createdAt + numbers.sessionMinutes * MINUTE, now)).length;
  const tooMany = byAge.length - numbers.sessionsPerUser + 1;
  return byAge.slice(0, Math.max(over, tooMany, 0)).map(([hash]) => hash);
};
