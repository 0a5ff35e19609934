import type { Context } from '../domain/request.ts';
import {
  type AnswerNeeds,
  completeSignIn,
  guesserOf,
  onceForAll,
  proveOrAlarm,
  reserveAttempt,
} from './steps/answer-challenge.ts';
import { type OrganizationNeeds, organizationOf } from './steps/organization-of.ts';
import { proveRecoveryCode, type RecoveryCodeNeeds } from './steps/prove-second-factor.ts';

type Needs = AnswerNeeds & RecoveryCodeNeeds & OrganizationNeeds;
type Input = { challengeToken?: string | undefined; recoveryCode: string };

/** Second door, opened with a recovery code, which is replaced in the same transaction: there are always 8. */
export const signInRecoveryCode = async (needs: Needs, context: Context, { challengeToken, recoveryCode }: Input) => {
  const completed = await onceForAll(needs, context, async () => {
    const reserved = await reserveAttempt(needs, context, 'recovery_code', challengeToken);
    const { user, challenge } = reserved;
    const [proof, organization] = await Promise.all([
      proveOrAlarm(needs, context, reserved, () =>
        proveRecoveryCode(needs, context, { userId: user.id, guesser: guesserOf(challenge), code: recoveryCode }),
      ),
      organizationOf(needs, user),
    ]);
    return completeSignIn(needs, context, reserved, proof, organization);
  });
  return { ...completed, recoveryCodeReplaced: true as const };
};
