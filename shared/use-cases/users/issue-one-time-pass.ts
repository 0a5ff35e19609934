import { newOneTimePass } from '../../domain/codes/one-time-pass.ts';
import { Failure } from '../../domain/errors.ts';
import { iso } from '../../domain/instant.ts';
import type { Numbers } from '../../domain/numbers.ts';
import type { CallerContext } from '../../domain/request.ts';
import type { TwoFactors } from '../../ports/factors/two-factors.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Limits } from '../../ports/limits/limits.ts';
import type { Random } from '../../ports/random.ts';
import type { SecretBox } from '../../ports/secret-box.ts';
import { type AnswerAgainNeeds, answeringAgain, keeping, keyIsTaken } from '../common/answer-again.ts';
import { spendBudget } from '../common/guess-limits.ts';
import { newEvent } from '../common/new-event.ts';
import { untilUnchanged } from '../common/until-unchanged.ts';
import { actorGone, requireActive, requireMail } from './steps/by-administrator.ts';
import { somebodyElse } from './steps/somebody-else.ts';
import { type UserNeeds, userOfOrganization } from './steps/user-of-organization.ts';

type Needs = UserNeeds &
  AnswerAgainNeeds & {
    twoFactors: Pick<TwoFactors, 'issueOneTimePass'>;
    passSecrets: Pick<SecretBox, 'seal'>;
    limits: Pick<Limits, 'spendBudget'>;
    random: Random;
    ids: Ids;
    numbers: Numbers;
    sendsMail: boolean;
  };
type Input = { userId: string; reason: string };

/**
 * For someone whose authenticator is out of reach for now: a pass that stands for the second factor once and leaves it on.
 * Its owner gets it by mail, and the administrator never sees it; the table has its hash, and a ciphertext that only the
 * delivery of mails may open.
 * @throws Failure `not_found`, `user_suspended`, `two_factor_not_enabled`, `mail_required`
 */
export const issueOneTimePass = (needs: Needs, context: CallerContext, input: Input) =>
  answeringAgain(needs, context, ['request_invalid'], async () => {
    const { user: actor } = context.caller;
    requireMail(needs);
    await spendBudget(needs, context, 'administration', actor.id);
    return untilUnchanged(() => issue(needs, context, input));
  });

const issue = async (needs: Needs, context: CallerContext, input: Input) => {
  const { now, caller } = context;
  const { user: actor } = caller;
  const found = await userOfOrganization(needs, context, input.userId);
  const user = requireActive(somebodyElse(actor, found, '#/userId'));
  const { shown, stored } = newOneTimePass(user, needs.random, now, needs.numbers);
  const sealed = await needs.passSecrets.seal(user.id, Buffer.from(shown));
  const facts = { reason: input.reason, sealedPass: Buffer.from(sealed).toString('base64') };
  const answer = { sentTo: user.email, expiresAt: iso(stored.expiresAt) };
  const outcome = await needs.twoFactors.issueOneTimePass({
    ...{ actor, user, pass: stored, now },
    event: newEvent(needs, context, 'one_time_pass_issued', actor.id, facts),
    reply: keeping(needs, context, { userId: actor.id, authVersion: actor.authVersion }, answer),
  });
  if (outcome === 'not_enabled') throw new Failure('two_factor_not_enabled');
  if (outcome === 'actor_gone') throw actorGone();
  if (outcome === 'done_before') throw keyIsTaken();
  return outcome === 'changed' ? outcome : answer;
};
