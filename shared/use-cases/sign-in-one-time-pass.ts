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
import { proveOneTimePass } from './steps/prove-second-factor.ts';

type Needs = AnswerNeeds & OrganizationNeeds;
type Input = { challengeToken?: string | undefined; oneTimePass: string };

/** Second door, opened once with a pass from an administrator: the factor stays on, and can be replaced from inside. */
export const signInOneTimePass = (needs: Needs, context: Context, { challengeToken, oneTimePass }: Input) =>
  onceForAll(needs, context, async () => {
    const reserved = await reserveAttempt(needs, context, 'one_time_pass', challengeToken);
    const { user, twoFactor, challenge } = reserved;
    const proving = { user, guesser: guesserOf(challenge), twoFactor, code: oneTimePass };
    const [proof, organization] = await Promise.all([
      proveOrAlarm(needs, context, reserved, async () => proveOneTimePass(needs, context, proving)),
      organizationOf(needs, user),
    ]);
    return completeSignIn(needs, context, reserved, proof, organization);
  });
