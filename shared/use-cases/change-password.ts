import { Failure } from '../domain/errors.ts';
import type { Numbers } from '../domain/numbers.ts';
import { canonicalPassword, requireGoodPassword } from '../domain/password-policy.ts';
import type { CallerContext } from '../domain/request.ts';
import type { Limits } from '../limit-ports.ts';
import type { CommonPasswords, Ids, Passwords } from '../ports.ts';
import type { Credentials } from '../store-ports.ts';
import { quietly, spendPassword } from './steps/guess-limits.ts';
import { newEvent } from './steps/new-event.ts';
import { type OrganizationNeeds, organizationOf } from './steps/organization-of.ts';
import { onceOnly } from './steps/until-unchanged.ts';

type Needs = OrganizationNeeds & {
  credentials: Pick<Credentials, 'find' | 'replace'>;
  limits: Pick<Limits, 'takePassword' | 'clearPassword'>;
  passwords: Pick<Passwords, 'verify' | 'hash'>;
  commonPasswords: CommonPasswords;
  ids: Ids;
  numbers: Numbers;
  productName: string;
};
type Input = { currentPassword: string; newPassword: string };

/**
 * Another password for who knows the present one; every other session ends, the second factor stays. Attempts are
 * charged to the session, as when an identity is confirmed.
 * @throws Failure `credentials_invalid`, `password_rejected`, `too_many_attempts`
 */
export const changePassword = async (needs: Needs, context: CallerContext, input: Input) => {
  const { user, session } = context.caller;
  const attempt = { subject: `session ${session.hash}` };
  const [credential, { name: organizationName }] = await Promise.all([
    needs.credentials.find(user.email),
    organizationOf(needs, user),
    spendPassword(needs, context, attempt),
  ]);
  const isRight = await needs.passwords.verify(canonicalPassword(input.currentPassword), credential?.passwordHash);
  if (!isRight) throw new Failure('credentials_invalid');
  const password = canonicalPassword(input.newPassword);
  const about = { email: user.email, name: user.name, organizationName, productName: needs.productName };
  requireGoodPassword(password, '#/newPassword', { ...needs, context: about });
  const [passwordHash] = await Promise.all([
    needs.passwords.hash(password),
    quietly(needs.limits.clearPassword(attempt, { chargedTo: 'subject' })),
  ]);
  const event = newEvent(needs, context, 'password_changed', user.id);
  onceOnly(await needs.credentials.replace({ user, session, passwordHash, event }));
};
