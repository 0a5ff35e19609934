import type { CallerContext } from '../../domain/request.ts';
import { orUnavailable } from '../common/optimistically.ts';
import { type EndAccountNeeds, endAccount } from './steps/end-account.ts';

/**
 * The caller deletes their own account.
 * @throws Failure `last_administrator`: someone has to be able to manage the others
 */
export const deleteAccount = async (needs: EndAccountNeeds, context: CallerContext) => {
  const { user, session } = context.caller;
  orUnavailable(await endAccount(needs, context, { user, session, actorId: user.id }));
};
