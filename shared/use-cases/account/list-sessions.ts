import type { CallerContext } from '../../domain/request.ts';
import { type LiveSessionNeeds, liveSessions } from './steps/live-sessions.ts';

/** Where the caller is signed in. */
export const listSessions = async (needs: LiveSessionNeeds, { now, caller }: CallerContext) => ({
  sessions: await liveSessions(needs, now, caller.user, caller.session.hash),
});
