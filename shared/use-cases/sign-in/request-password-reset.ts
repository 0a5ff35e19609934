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
 * Asks for a link to set another password. Nobody looks here whether there is an account: the same is written for every
 * address, and the mail is sent, or not, where nobody waits for it. An address that was asked for too often gets the same
 * answer and no further mail: those that are on their way work, whoever asked for them, so nobody can keep the owner out.
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
    await needs.passwordResets.request({ id: needs.ids.next(now), email, at: now, ip: client.ip });
  });
