import { bestEffort } from '../../../domain/best-effort.ts';
import type { Context } from '../../../domain/request.ts';
import type { Sessions } from '../../../ports/accounts/sessions.ts';

/**
 * Ends the session that the browser had before this sign-in: its cookie is overwritten, so no one could end it from
 * there any more (ASVS 7.2.4). The sign-in succeeds even if this fails; the session then expires by itself.
 */
export const leaveSession = async ({ sessions }: { sessions: Pick<Sessions, 'end'> }, context: Context) => {
  const { leaving } = context;
  if (leaving) await bestEffort(context, 'end the session before', sessions.end(leaving.userId, leaving.hash));
};
