import { newBypassCode } from '../../domain/codes/bypass-code.ts';
import { Failure } from '../../domain/errors.ts';
import { iso } from '../../domain/instant.ts';
import type { CallerContext } from '../../domain/request.ts';
import type { SecuritySettings } from '../../domain/security-settings.ts';
import type { TwoFactors } from '../../ports/factors/two-factors.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Limits } from '../../ports/limits/limits.ts';
import type { Random } from '../../ports/random.ts';
import type { SecretBox } from '../../ports/secret-box.ts';
import { spendBudget } from '../common/guess-limits.ts';
import { newEvent } from '../common/new-event.ts';
import { optimistically } from '../common/optimistically.ts';
import { keyIsTaken, type ReplayNeeds, replayIfDone, sealReply } from '../common/replay.ts';
import { actorGone, requireActive, requireMail } from './steps/by-administrator.ts';
import { requireOtherUser } from './steps/require-other-user.ts';
import { type UserNeeds, userOfOrganization } from './steps/user-of-organization.ts';

type Needs = UserNeeds &
  ReplayNeeds & {
    twoFactors: Pick<TwoFactors, 'issueBypassCode'>;
    passSecrets: Pick<SecretBox, 'seal'>;
    limits: Pick<Limits, 'spendBudget'>;
    random: Random;
    ids: Ids;
    security: SecuritySettings;
    sendsMail: boolean;
  };
type Input = { userId: string; reason: string };

/**
 * For someone whose authenticator is out of reach for now: a bypass code that replaces the second factor once and
 * leaves it on. Its owner gets it by mail, and the administrator never sees it; the table has its hash, and a
 * ciphertext that only mail delivery may open.
 * @throws Failure `not_found`, `user_suspended`, `two_factor_not_enabled`, `mail_required`
 */
export const issueBypassCode = (needs: Needs, context: CallerContext, input: Input) =>
  replayIfDone(needs, context, ['request_invalid'], async () => {
    const { user: actor } = context.caller;
    requireMail(needs);
    await spendBudget(needs, context, 'administration', actor.id);
    return optimistically(() => issue(needs, context, input));
  });

const issue = async (needs: Needs, context: CallerContext, input: Input) => {
  const { now, caller } = context;
  const { user: actor } = caller;
  const found = await userOfOrganization(needs, context, input.userId);
  const user = requireActive(requireOtherUser(actor, found, '#/userId'));
  const { shown, stored } = newBypassCode(user, needs.random, now, needs.security);
  const sealed = await needs.passSecrets.seal(user.id, Buffer.from(shown));
  const facts = { reason: input.reason, sealedPass: Buffer.from(sealed).toString('base64') };
  const answer = { sentTo: user.email, expiresAt: iso(stored.expiresAt) };
  const outcome = await needs.twoFactors.issueBypassCode({
    ...{ actor, user, pass: stored, now },
    event: newEvent(needs, context, 'bypass_code_issued', actor.id, facts),
    reply: sealReply(needs, context, { userId: actor.id, authVersion: actor.authVersion }, answer),
  });
  if (outcome === 'not_enabled') throw new Failure('two_factor_not_enabled');
  if (outcome === 'actor_gone') throw actorGone();
  if (outcome === 'done_before') throw keyIsTaken();
  return outcome === 'changed' ? outcome : answer;
};
