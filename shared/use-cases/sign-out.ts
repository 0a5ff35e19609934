import type { CallerContext } from '../domain/request.ts';
import type { Sessions } from '../store-ports.ts';

/** Ends the session that asks: its token is dead at the next request. */
export const signOut = async ({ sessions }: { sessions: Pick<Sessions, 'end'> }, { caller }: CallerContext) => {
  await sessions.end(caller.user.id, caller.session.hash);
};
