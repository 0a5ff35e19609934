import type { User } from '../../../domain/entities/user.ts';
import { type Instant, iso } from '../../../domain/instant.ts';
import type { SecuritySettings } from '../../../domain/security-settings.ts';
import { isLive } from '../../../domain/sessions/session.ts';
import type { Sessions } from '../../../ports/accounts/sessions.ts';

export type LiveSessionNeeds = { sessions: Pick<Sessions, 'list'>; security: SecuritySettings };

/** Where a user is signed in, latest first. A session's id is the hash of its token: it grants nothing. */
export const liveSessions = async (
  { sessions, security }: LiveSessionNeeds,
  now: Instant,
  user: User,
  currentHash?: string,
) => {
  const all = await sessions.list(user);
  const live = all.filter((session) => isLive(session, user, now, security));
  return live
    .sort((a, b) => b.createdAt - a.createdAt)
    .map(({ hash, createdAt, lastSeenAt, ip, userAgent, place, method }) => ({
      id: hash,
      current: hash === currentHash,
      createdAt: iso(createdAt),
      lastSeenAt: iso(lastSeenAt),
      ip,
      userAgent,
      place,
      method,
    }));
};
