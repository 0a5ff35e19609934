import type { Random } from '../../ports/random.ts';
import type { Organization } from '../entities/organization.ts';
import type { Session } from '../entities/session.ts';
import type { Method } from '../entities/sign-in.ts';
import type { User } from '../entities/user.ts';
import { Failure } from '../errors.ts';
import { type Instant, isOver, MINUTE } from '../instant.ts';
import type { Client } from '../request.ts';
import type { SecuritySettings } from '../security-settings.ts';
import { issueToken } from './tokens.ts';

type NewSession = {
  hash: string;
  user: User;
  method: Method;
  organization: Organization;
  client: Client;
  now: Instant;
  security: SecuritySettings;
};

const requirement = ({ twoFactorPolicy: policy }: Organization) =>
  policy?.mode === 'required' && policy.requiredFrom !== undefined
    ? { twoFactorRequiredFrom: policy.requiredFrom }
    : {};

/**
 * Whether a session may only set up the second factor. It stores what its organization required when it began: checking
 * at each request would cost everyone one more read.
 */
export const lacksTwoFactor = ({ twoFactorRequiredFrom: from }: Session, user: User, now: Instant): boolean =>
  user.twoFactorEnabledAt === undefined && from !== undefined && isOver(from, now);

/** A session as a sign-in creates it: the identity was confirmed just now, with every factor that is on. */
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
  ...client,
});

/**
 * Whether a session is still valid for its user: listed in the user's own item, not ended, not idle, and not older than
 * a change that ended it. What the user's item does not list is not a session, no matter who wrote it.
 */
export const isLive = (session: Session, user: User, now: Instant, security: SecuritySettings): boolean =>
  user.status === 'active' &&
  session.hash in user.sessions &&
  session.authVersion === user.authVersion &&
  !isOver(session.expiresAt, now) &&
  !isOver(session.lastSeenAt + security.sessionIdleMinutes * MINUTE, now);

/**
 * Until when dangerous operations need no new confirmation; a confirmation that left out a factor that is on does not
 * count.
 */
export const confirmedUntil = (session: Session, user: User, security: SecuritySettings): Instant =>
  user.twoFactorEnabledAt !== undefined && !session.secondFactorConfirmed
    ? session.createdAt
    : session.identityConfirmedAt + security.identityConfirmationMinutes * MINUTE;

/**
 * @throws Failure `identity_confirmation_required` if the identity was confirmed too long ago, or without a factor that
 * is on
 */
export const requireFresh = (session: Session, user: User, now: Instant, security: SecuritySettings): void => {
  if (isOver(confirmedUntil(session, user, security), now)) throw new Failure('identity_confirmation_required');
};

/** `lastSeenAt` is written at most once a minute. */
export const isWorthTouching = (session: Session, now: Instant): boolean => now - session.lastSeenAt >= MINUTE;

/**
 * The same session under another token: a copy of the old token is then useless. Whenever the rights of a session
 * change, its token does too (ASVS 7.2.4).
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

/** Whether all places are taken, so that it matters which sessions were used least recently. */
export const isFull = (user: User, security: SecuritySettings): boolean =>
  Object.keys(user.sessions).length >= security.sessionsPerUser;

/**
 * Which of a user's sessions end to make room for one more: those that have expired, including idle ones, and then,
 * while there are still too many, the least recently used. Without `found`, the session items, only their age is known.
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
