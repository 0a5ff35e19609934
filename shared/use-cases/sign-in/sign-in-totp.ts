import type { Context } from '../../domain/request.ts';
import type { SecretBox } from '../../ports/secret-box.ts';
import { proveTotp } from '../common/prove-second-factor.ts';
import { type AnswerNeeds, answerChallenge } from './steps/answer-challenge.ts';

type Needs = AnswerNeeds & { totpSecrets: Pick<SecretBox, 'open'> };
type Input = { challengeToken?: string | undefined; code: string };

/** The second step of a sign-in, passed with the authenticator app: reserve, open the secret, compare, complete. */
export const signInTotp = (needs: Needs, context: Context, { challengeToken, code }: Input) =>
  answerChallenge(needs, context, { kind: 'totp', challengeToken }, ({ user, counterName, twoFactor }) =>
    proveTotp(needs, context, { userId: user.id, counterName, twoFactor, code }),
  );
