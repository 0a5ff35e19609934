import type { Context } from '../../domain/request.ts';
import { proveRecoveryCode, type RecoveryCodeNeeds } from '../common/prove-second-factor.ts';
import { type AnswerNeeds, answerChallenge } from './steps/answer-challenge.ts';

type Needs = AnswerNeeds & RecoveryCodeNeeds;
type Input = { challengeToken?: string | undefined; recoveryCode: string };

/**
 * The second step of a sign-in, passed with a recovery code, which is replaced in the same transaction, so there are
 * always 8.
 */
export const signInRecoveryCode = async (needs: Needs, context: Context, { challengeToken, recoveryCode }: Input) => {
  const answer = { kind: 'recovery_code' as const, challengeToken };
  const completed = await answerChallenge(needs, context, answer, ({ user, counterName }) =>
    proveRecoveryCode(needs, context, { userId: user.id, counterName, code: recoveryCode }),
  );
  return { ...completed, recoveryCodeReplaced: true as const };
};
