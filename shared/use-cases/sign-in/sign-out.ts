import { Failure } from '../../domain/errors.ts';
import type { CallerContext } from '../../domain/request.ts';
import type { Sessions } from '../../ports/accounts/sessions.ts';

/**
 * Ends the caller's session: its token is dead at the next request.
 * @throws Failure `session_required` if the session ended or its token was rotated in the meantime
 */
export const signOut = async ({ sessions }: { sessions: Pick<Sessions, 'end'> }, { caller }: CallerContext) => {
  if (!(await sessions.end(caller.user.id, caller.session.hash))) throw new Failure('session_required');
};
