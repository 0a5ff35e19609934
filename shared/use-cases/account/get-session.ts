import { type Instant, iso, MINUTE, SECOND } from '../../domain/instant.ts';
import type { CallerContext } from '../../domain/request.ts';
import type { SecuritySettings } from '../../domain/security-settings.ts';
import { confirmedUntil } from '../../domain/sessions/session.ts';

/** The longest that an application may go on with an answer after the session has ended. */
const MOST_SECONDS = 30;

/** Until the first of these moments that is still to come: one of the facts is another then. */
const secondsUntil = (moments: (Instant | undefined)[], now: Instant): number => {
  const coming = moments.filter((moment) => moment !== undefined && moment > now) as Instant[];
  return Math.min(MOST_SECONDS, ...coming.map((moment) => Math.floor((moment - now) / SECOND)));
};

/**
 * What an application needs to know about the session that a request comes with. Costs one read, that of
 * authentication itself; being asked is no use of the session.
 */
export const getSession = async (
  { security }: { security: SecuritySettings },
  { now, caller: { user, session } }: CallerContext,
) => {
  const idleAt = session.lastSeenAt + security.sessionIdleMinutes * MINUTE;
  const confirmed = confirmedUntil(session, user, security);
  return {
    session: {
      id: session.hash,
      method: session.method,
      twoFactorVerified: session.secondFactorConfirmed,
      createdAt: iso(session.createdAt),
      expiresAt: iso(session.expiresAt),
      idleAt: iso(idleAt),
      identityConfirmedUntil: iso(confirmed),
    },
    user: { id: user.id, email: user.email, permissions: user.permissions, organizationId: user.organizationId },
    cacheSeconds: secondsUntil([session.expiresAt, idleAt, confirmed, session.twoFactorRequiredFrom], now),
  };
};
