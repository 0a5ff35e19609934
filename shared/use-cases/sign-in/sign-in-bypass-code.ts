import type { Context } from '../../domain/request.ts';
import { proveBypassCode } from '../common/prove-second-factor.ts';
import { type AnswerNeeds, answerChallenge } from './steps/answer-challenge.ts';

type Input = { challengeToken?: string | undefined; bypassCode: string };

/**
 * The second step of a sign-in, passed once with a bypass code from an administrator: the factor stays on and can be
 * replaced after the sign-in.
 */
export const signInBypassCode = (needs: AnswerNeeds, context: Context, { challengeToken, bypassCode }: Input) =>
  answerChallenge(needs, context, { kind: 'bypass_code', challengeToken }, async (answering) =>
    proveBypassCode(needs, context, { ...answering, code: bypassCode }),
  );
