import { iso } from '../../domain/instant.ts';
import type { CallerContext } from '../../domain/request.ts';
import type { SecuritySettings } from '../../domain/security-settings.ts';
import { isLive } from '../../domain/sessions/session.ts';
import type { Sessions } from '../../ports/accounts/sessions.ts';

type Needs = { sessions: Pick<Sessions, 'list'>; security: SecuritySettings };

/** Where the caller is signed in, latest first. A session's id is the hash of its token: it grants nothing. */
export const listSessions = async ({ sessions, security }: Needs, { now, caller }: CallerContext) => {
  const all = await sessions.list(caller.user);
  const live = all.filter((session) => isLive(session, caller.user, now, security));
  return {
    sessions: live
      .sort((a, b) => b.createdAt - a.createdAt)
      .map(({ hash, createdAt, lastSeenAt, ip, userAgent, method }) => ({
        id: hash,
        current: hash === caller.session.hash,
        createdAt: iso(createdAt),
        lastSeenAt: iso(lastSeenAt),
        ip,
        userAgent,
        method,
      })),
  };
};
