import type { Context } from '../domain/request.ts';
import type { SecretBox } from '../ports.ts';
import {
  type AnswerNeeds,
  completeSignIn,
  guesserOf,
  onceForAll,
  proveOrAlarm,
  reserveAttempt,
} from './steps/answer-challenge.ts';
import { type OrganizationNeeds, organizationOf } from './steps/organization-of.ts';
import { proveTotp } from './steps/prove-second-factor.ts';

type Needs = AnswerNeeds & OrganizationNeeds & { totpSecrets: Pick<SecretBox, 'open'> };
type Input = { challengeToken?: string | undefined; code: string };

/** Second door, opened with the authenticator app: reserve, open the secret, compare, complete. */
export const signInTotp = (needs: Needs, context: Context, { challengeToken, code }: Input) =>
  onceForAll(needs, context, async () => {
    const reserved = await reserveAttempt(needs, context, 'totp', challengeToken);
    const { user, twoFactor, challenge } = reserved;
    const [proof, organization] = await Promise.all([
      proveOrAlarm(needs, context, reserved, () =>
        proveTotp(needs, context, { userId: user.id, guesser: guesserOf(challenge), twoFactor, code }),
      ),
      organizationOf(needs, user),
    ]);
    return completeSignIn(needs, context, reserved, proof, organization);
  });
