import type { Random } from '../../ports/random.ts';
import type { Organization } from '../entities/organization.ts';
import type { Session } from '../entities/session.ts';
import type { Method } from '../entities/sign-in.ts';
import type { User } from '../entities/user.ts';
import { Failure } from '../errors.ts';
import { type Instant, isOver, MINUTE } from '../instant.ts';
import type { SecuritySettings } from '../security-settings.ts';
import { issueToken } from './tokens.ts';

type NewSession = {
  hash: string;
  user: User;
  method: Method;
  organization: Organization;
  client: { ip: string; userAgent: string };
  now: Instant;
  security: SecuritySettings;
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
export const newSession = ({ hash, user, method, organization, client, now, security }: NewSession): Session => ({
  hash,
  createdAt: now,
  lastSeenAt: now,
  expiresAt: now + security.sessionMinutes * MINUTE,
  identityConfirmedAt: now,
  secondFactorConfirmed: method !== 'password',
  method,
  authVersion: user.authVersion,
  ...requirement(organization),
  ip: client.ip,
  userAgent: client.userAgent,
});

/**
 * Whether a session still stands for its user: listed by the user's own item, not ended, not idle, not from before a change
 * that ended it. What the user does not list is no session, whoever wrote it.
 */
export const isLive = (session: Session, user: User, now: Instant, security: SecuritySettings): boolean =>
  user.status === 'active' &&
  session.hash in user.sessions &&
  session.authVersion === user.authVersion &&
  !isOver(session.expiresAt, now) &&
  !isOver(session.lastSeenAt + security.sessionIdleMinutes * MINUTE, now);

/** Until when dangerous operations need no new confirmation; a confirmation without a factor that is on is none. */
export const confirmedUntil = (session: Session, user: User, security: SecuritySettings): Instant =>
  user.twoFactorEnabledAt !== undefined && !session.secondFactorConfirmed
    ? session.createdAt
    : session.identityConfirmedAt + security.identityConfirmationMinutes * MINUTE;

/**
 * @throws Failure `identity_confirmation_required` for a session that proved too long ago who holds it, or without a factor
 * that is on
 */
export const requireFresh = (session: Session, user: User, now: Instant, security: SecuritySettings): void => {
  if (isOver(confirmedUntil(session, user, security), now)) throw new Failure('identity_confirmation_required');
};

/** `lastSeenAt` is written at most once a minute. */
export const isWorthTouching = (session: Session, now: Instant): boolean => now - session.lastSeenAt >= MINUTE;

/**
 * The same session under another token: whoever copied the old one has nothing. Whenever what a session stands for changes,
 * its token does too (ASVS 7.2.4).
 */
export const rotateSession = (
  session: Session,
  user: User,
  random: Random,
  changed: Partial<Session> = {},
): { token: string; rotated: Session } => {
  const { token, hash } = issueToken('session', user.id, random);
  return { token, rotated: { ...session, ...changed, hash } };
};

/** Whether every place is taken, so that it has to be known which of the sessions were used least. */
export const isFull = (user: User, security: SecuritySettings): boolean =>
  Object.keys(user.sessions).length >= security.sessionsPerUser;

/**
 * Which of a user's sessions end so that one more fits: those that are over, idle ones included, and while there are still
 * too many, those that were not used for longest. Without `found`, the items of the sessions, only age is known.
 */
export const makeRoomForSession = (
  user: User,
  found: Session[],
  now: Instant,
  security: SecuritySettings,
): string[] => {
  const items = new Map(found.map((session) => [session.hash, session]));
  const listed = Object.entries(user.sessions).map(([hash, createdAt]) => {
    const session = items.get(hash);
    const isDead = found.length > 0 ? !session || !isLive(session, user, now, security) : false;
    const isPast = isDead || isOver(createdAt + security.sessionMinutes * MINUTE, now);
    return { hash, isPast, usedAt: session?.lastSeenAt ?? createdAt };
  });
  const byUse = listed.sort((a, b) => Number(b.isPast) - Number(a.isPast) || a.usedAt - b.usedAt);
  const past = byUse.filter(({ isPast }) => isPast).length;
  const tooMany = byUse.length - security.sessionsPerUser + 1;
  return byUse.slice(0, Math.max(past, tooMany, 0)).map(({ hash }) => hash);
};
