import type { CallerContext } from '../domain/request.ts';
import { type RemoveTwoFactorNeeds, removeTwoFactor } from './steps/remove-two-factor.ts';
import { somebodyElse } from './steps/somebody-else.ts';
import { userOfOrganization } from './steps/user-of-organization.ts';

type Input = { userId: string; reason: string };

/**
 * For who lost the authenticator and the recovery codes: removes the second factor of another user, with the reason
 * kept. Their password stays; every session of theirs ends.
 */
export const resetTwoFactor = async (needs: RemoveTwoFactorNeeds, context: CallerContext, input: Input) => {
  const { user: admin } = context.caller;
  const { id: userId } = somebodyElse(admin, await userOfOrganization(needs, admin, input.userId), '#/userId');
  await removeTwoFactor(needs, context, { userId, actorId: admin.id, reason: input.reason });
};
