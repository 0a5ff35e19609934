import { bestEffort } from '../../domain/best-effort.ts';
import { Failure } from '../../domain/errors.ts';
import { canonicalPassword, requireGoodPassword } from '../../domain/passwords/password-policy.ts';
import type { CallerContext } from '../../domain/request.ts';
import type { SecuritySettings } from '../../domain/security-settings.ts';
import { deviceView } from '../../domain/views.ts';
import type { Credentials } from '../../ports/accounts/credentials.ts';
import type { CommonPasswords } from '../../ports/common-passwords.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Limits } from '../../ports/limits/limits.ts';
import type { Passwords } from '../../ports/passwords.ts';
import { type DeviceNeeds, ofPassword, spendBudget } from '../common/guess-limits.ts';
import { rememberAsBefore } from '../common/known-device.ts';
import { orUnavailable } from '../common/optimistically.ts';
import { type OrganizationNeeds, organizationOf } from '../common/organization-of.ts';
import { prepareOwnChange } from '../common/own-change.ts';
import { keyIsTaken, type ReplayNeeds, replayIfDone, sealReply } from '../common/replay.ts';
import { type Reservations, reserving } from '../common/reservations.ts';

type Needs = OrganizationNeeds &
  ReplayNeeds &
  DeviceNeeds & {
    credentials: Pick<Credentials, 'find' | 'replace'>;
    limits: Pick<
      Limits,
      'findDevices' | 'rememberDevice' | 'reservePassword' | 'refundPassword' | 'clearPassword' | 'spendBudget'
    >;
    passwords: Pick<Passwords, 'verify' | 'hash'>;
    commonPasswords: CommonPasswords;
    ids: Ids;
    security: SecuritySettings;
    productName: string;
  };
type Input = { currentPassword: string; newPassword: string; deviceToken?: string | undefined };

/**
 * Changes the password of someone who knows the current one; every other session ends, the second factor stays, and the
 * device stays known. Attempts are charged to the session, as when an identity is confirmed.
 * @throws Failure `credentials_invalid`, `password_rejected`, `too_many_attempts`
 */
export const changePassword = (needs: Needs, context: CallerContext, input: Input) =>
  replayIfDone(needs, context, ['request_invalid'], () =>
    reserving(context, (reservations) => change(needs, context, reservations, input)),
  );

const change = async (needs: Needs, context: CallerContext, reservations: Reservations, input: Input) => {
  const { user, session } = context.caller;
  const counter = { subject: `session ${session.hash}` };
  const [credential, { name: organizationName }] = await Promise.all([
    needs.credentials.find(user.email),
    organizationOf(needs, user),
    reservations.require(ofPassword(needs, context, counter)),
  ]);
  const isRight = await needs.passwords.verify(canonicalPassword(input.currentPassword), credential?.passwordHash);
  if (!isRight) throw new Failure('credentials_invalid');
  const password = canonicalPassword(input.newPassword);
  const about = { email: user.email, name: user.name, organizationName, productName: needs.productName };
  requireGoodPassword(password, '#/newPassword', { ...needs, context: about });
  const [passwordHash] = await Promise.all([
    needs.passwords.hash(password),
    spendBudget(needs, context, 'notices', user.id),
    bestEffort(context, 'clear password failures', needs.limits.clearPassword(counter)),
  ]);
  const { change: own, session: shown, answered } = prepareOwnChange(needs, context, 'password_changed');
  const next = { ...user, passwordVersion: user.passwordVersion + 1 };
  const device = await rememberAsBefore(needs, context, next, input.deviceToken);
  const answer = { session: shown, ...(device && { device: deviceView(device) }) };
  const reply = sealReply(needs, context, answered, answer);
  const outcome = orUnavailable(await needs.credentials.replace({ ...own, passwordHash, reply }));
  if (outcome === 'done_before') throw keyIsTaken();
  return answer;
};
