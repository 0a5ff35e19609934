import type { Context } from '../../domain/request.ts';
import { proveOneTimePass } from '../common/prove-second-factor.ts';
import { type AnswerNeeds, answerChallenge } from './steps/answer-challenge.ts';

type Input = { challengeToken?: string | undefined; oneTimePass: string };

/** Second door, opened once with a pass from an administrator: the factor stays on, and can be replaced from inside. */
export const signInOneTimePass = (needs: AnswerNeeds, context: Context, { challengeToken, oneTimePass }: Input) =>
  answerChallenge(needs, context, { kind: 'one_time_pass', challengeToken }, async (answering) =>
    proveOneTimePass(needs, context, { ...answering, code: oneTimePass }),
  );
