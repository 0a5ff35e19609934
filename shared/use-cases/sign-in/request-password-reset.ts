import type { Context } from '../../domain/request.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Limits } from '../../ports/limits/limits.ts';
import type { PasswordResets } from '../../ports/tokens/password-resets.ts';
import { ofSource } from '../common/guess-limits.ts';
import { reserving } from '../common/reservations.ts';

type Needs = {
  passwordResets: PasswordResets;
  limits: Pick<Limits, 'reserveSource' | 'refundSource' | 'spendBudget'>;
  ids: Ids;
};

/**
 * Requests a link to set a new password. Whether the address has an account is not checked here: the same item is
 * written for every address, and the mail is sent, or not, when no one is waiting for it. An address that was requested
 * too often gets the same answer but no further mail: the links already sent still work, no matter who requested them,
 * so no one can keep the owner out.
 * @throws Failure `too_many_attempts` for a source that asks too often
 */
export const requestPasswordReset = (needs: Needs, context: Context, { email }: { email: string }) =>
  reserving(context, async (reservations) => {
    const { now, client } = context;
    await reservations.require(ofSource(needs, context));
    if (await needs.limits.spendBudget('notices', `reset ${email}`, now)) {
      context.note({ reason: 'budget_limit' });
      return;
    }
    await needs.passwordResets.request({ id: needs.ids.next(now), email, at: now, ...client });
  });
