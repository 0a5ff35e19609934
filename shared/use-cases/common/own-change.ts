import type { Session } from '../../domain/entities/session.ts';
import type { SecurityEvent } from '../../domain/events/security-event.ts';
import type { CallerContext } from '../../domain/request.ts';
import { rotateSession } from '../../domain/sessions/session.ts';
import { sessionView } from '../../domain/views.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Random } from '../../ports/random.ts';
import { newEvent } from './new-event.ts';

/**
 * What every change of one's own account begins with that ends the other sessions: this one goes on under another token,
 * which the answer brings, so that whoever copied the old one has nothing.
 */
export const prepareOwnChange = (
  needs: { random: Random; ids: Ids },
  context: CallerContext,
  type: SecurityEvent['type'],
  changed: Partial<Session> = {},
) => {
  const { now, caller } = context;
  const { user, session } = caller;
  const { token, rotated } = rotateSession(session, user, needs.random, { lastSeenAt: now, ...changed });
  const event = newEvent(needs, context, type, user.id);
  return {
    change: { user, session, rotated, event, now },
    session: sessionView(rotated, token),
    /** Whom the answer speaks of, once the change is made. */
    answered: { userId: user.id, authVersion: user.authVersion + 1, sessionHash: rotated.hash },
  };
};
