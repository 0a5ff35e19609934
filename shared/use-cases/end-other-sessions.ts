import { Failure } from '../domain/errors.ts';
import type { Caller, CallerContext } from '../domain/request.ts';
import type { Ids } from '../ports.ts';
import type { Sessions } from '../store-ports.ts';
import { newEvent } from './steps/new-event.ts';
import { untilUnchanged } from './steps/until-unchanged.ts';

type Needs = { sessions: Pick<Sessions, 'find' | 'endOthers'>; ids: Ids };

/**
 * Ends every session but the one that asks, and every sign-in that has not passed its second factor yet.
 * @throws Failure `session_required` if the session was ended in between
 */
export const endOtherSessions = async (needs: Needs, context: CallerContext) => {
  let asRead: Caller | null = context.caller;
  await untilUnchanged(async () => {
    const { user, session } = context.caller;
    const caller = asRead ?? (await needs.sessions.find(user.id, session.hash));
    asRead = null;
    if (caller?.session.authVersion !== caller?.user.authVersion || !caller) throw new Failure('session_required');
    const event = newEvent(needs, context, 'sessions_ended', user.id);
    return needs.sessions.endOthers({ ...caller, event });
  });
};
