import { Failure } from '../../domain/errors.ts';
import type { CallerContext } from '../../domain/request.ts';
import type { SecuritySettings } from '../../domain/security-settings.ts';
import { requireFresh } from '../../domain/sessions/session.ts';
import type { Sessions } from '../../ports/accounts/sessions.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Random } from '../../ports/random.ts';
import { newEvent } from '../common/new-event.ts';
import { type ReplayNeeds, replayIfDone, sealReply } from '../common/replay.ts';

type Needs = ReplayNeeds & { sessions: Pick<Sessions, 'end'>; ids: Ids; security: SecuritySettings; random: Random };

const SESSION_ID = /^[A-Za-z0-9_-]{43}$/;

/**
 * Ends one session of the caller: its token is dead at the next request. Ending a session other than the caller's takes
 * a recent confirmation, or a thief could throw out the owner.
 * @throws Failure `not_found` for a session that is not theirs or no longer exists, `identity_confirmation_required`
 */
export const endSession = (needs: Needs, context: CallerContext, { sessionId }: { sessionId: string }) =>
  replayIfDone(needs, context, ['not_found'], async () => {
    const { now, caller } = context;
    const { user, session } = caller;
    if (sessionId !== session.hash) requireFresh(session, user, now, needs.security);
    const event = newEvent(needs, context, 'session_ended', user.id);
    const reply = sealReply(needs, context, { userId: user.id, authVersion: user.authVersion }, {});
    const hasEnded =
      SESSION_ID.test(sessionId) && (await needs.sessions.end(user.id, sessionId, { event, reply, now }));
    if (!hasEnded) throw new Failure('not_found');
    return {};
  });
