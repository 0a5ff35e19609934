import type { Context } from '../domain/request.ts';
import type { Limits } from '../limit-ports.ts';
import type { Ids } from '../ports.ts';
import type { PasswordResets } from '../store-ports.ts';
import { spendPassword, spendSource } from './steps/guess-limits.ts';

type Needs = {
  passwordResets: PasswordResets;
  limits: Pick<Limits, 'takeSource' | 'takePassword'>;
  ids: Ids;
};

/**
 * Asks for a link to set another password. Nobody looks here whether there is an account: the same is written for every
 * address, and the mail is sent, or not, where nobody waits for it.
 * @throws Failure `too_many_attempts` alike for known and unknown addresses
 */
export const requestPasswordReset = async (needs: Needs, context: Context, { email }: { email: string }) => {
  await spendSource(needs, context);
  await spendPassword(needs, context, { subject: `reset ${email}` });
  const { now, client } = context;
  await needs.passwordResets.request({ id: needs.ids.next(now), email, at: now, ip: client.ip });
};
