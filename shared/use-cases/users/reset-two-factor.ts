import type { CallerContext } from '../../domain/request.ts';
import type { SecuritySettings } from '../../domain/security-settings.ts';
import type { Limits } from '../../ports/limits/limits.ts';
import type { Random } from '../../ports/random.ts';
import { spendBudget } from '../common/guess-limits.ts';
import { type ReplayNeeds, replayIfDone, sealReply } from '../common/replay.ts';
import { type RemoveTwoFactorNeeds, removeTwoFactor } from './steps/remove-two-factor.ts';
import { requireOtherUser } from './steps/require-other-user.ts';
import { userOfOrganization } from './steps/user-of-organization.ts';

type Needs = RemoveTwoFactorNeeds &
  ReplayNeeds & { limits: Pick<Limits, 'spendBudget'>; random: Random; security: SecuritySettings };
type Input = { userId: string; reason: string };

/**
 * For someone who lost the authenticator and the recovery codes: removes another user's second factor and records the
 * reason. Their password stays; all their sessions end.
 * @throws Failure `not_found`, `two_factor_not_enabled`
 */
export const resetTwoFactor = (needs: Needs, context: CallerContext, input: Input) =>
  replayIfDone(needs, context, ['two_factor_not_enabled', 'request_invalid'], async () => {
    const { user: actor } = context.caller;
    const found = await userOfOrganization(needs, context, input.userId);
    const { id: userId } = requireOtherUser(actor, found, '#/userId');
    await spendBudget(needs, context, 'administration', actor.id);
    const reply = sealReply(needs, context, { userId: actor.id, authVersion: actor.authVersion }, {});
    await removeTwoFactor(needs, context, { userId, actor, actorId: actor.id, reason: input.reason, reply });
    return {};
  });
