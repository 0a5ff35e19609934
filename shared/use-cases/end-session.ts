import { Failure } from '../domain/errors.ts';
import type { CallerContext } from '../domain/request.ts';
import type { Ids } from '../ports.ts';
import type { Sessions } from '../store-ports.ts';
import { newEvent } from './steps/new-event.ts';

type Needs = { sessions: Pick<Sessions, 'end'>; ids: Ids };

const SESSION_ID = /^[A-Za-z0-9_-]{43}$/;

/**
 * Ends one session of the person who asks: its token is dead at the next request.
 * @throws Failure `not_found` for a session that is not theirs or not there any more
 */
export const endSession = async (needs: Needs, context: CallerContext, { sessionId }: { sessionId: string }) => {
  const { user } = context.caller;
  const event = newEvent(needs, context, 'session_ended', user.id);
  const hasEnded = SESSION_ID.test(sessionId) && (await needs.sessions.end(user.id, sessionId, event));
  if (!hasEnded) throw new Failure('not_found');
};
