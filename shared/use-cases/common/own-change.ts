import type { Session } from '../../domain/entities/session.ts';
import type { SecurityEvent } from '../../domain/events/security-event.ts';
import type { CallerContext } from '../../domain/request.ts';
import { rotateSession } from '../../domain/sessions/session.ts';
import { sessionView } from '../../domain/views.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Random } from '../../ports/random.ts';
import { newEvent } from './new-event.ts';

/**
 * The common start of every change to the caller's own account that ends their other sessions: the answer brings this
 * session a new token, so that a copy of the old one is useless.
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
    /** The user and session of the answer, as they are once the change is made. */
    answered: { userId: user.id, authVersion: user.authVersion + 1, sessionHash: rotated.hash },
  };
};
