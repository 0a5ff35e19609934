import { Failure } from '../domain/errors.ts';
import { iso } from '../domain/instant.ts';
import type { Numbers } from '../domain/numbers.ts';
import { newOneTimePass } from '../domain/one-time-pass.ts';
import type { CallerContext } from '../domain/request.ts';
import type { TwoFactors } from '../factor-ports.ts';
import type { Ids, Random } from '../ports.ts';
import { newEvent } from './steps/new-event.ts';
import { somebodyElse } from './steps/somebody-else.ts';
import { untilUnchanged } from './steps/until-unchanged.ts';
import { type UserNeeds, userOfOrganization } from './steps/user-of-organization.ts';

type Needs = UserNeeds & {
  twoFactors: Pick<TwoFactors, 'issueOneTimePass'>;
  random: Random;
  ids: Ids;
  numbers: Numbers;
};
type Input = { userId: string; reason: string };

/**
 * For who lost the authenticator for now: a pass that stands for the second factor once and leaves it on. It is shown
 * once, here; the table has its hash.
 * @throws Failure `not_found`, `two_factor_not_enabled`
 */
export const issueOneTimePass = (needs: Needs, context: CallerContext, input: Input) =>
  untilUnchanged(async () => {
    const { user: admin } = context.caller;
    const user = somebodyElse(admin, await userOfOrganization(needs, admin, input.userId), '#/userId');
    const { shown, stored } = newOneTimePass(user, needs.random, context.now, needs.numbers);
    const event = newEvent(needs, context, 'one_time_pass_issued', admin.id, input.reason);
    const outcome = await needs.twoFactors.issueOneTimePass({ user, pass: stored, event });
    if (outcome === 'not_enabled') throw new Failure('two_factor_not_enabled');
    return outcome === 'changed' ? outcome : { oneTimePass: shown, expiresAt: iso(stored.expiresAt) };
  });
