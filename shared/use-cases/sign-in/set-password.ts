import type { User } from '../../domain/entities/user.ts';
import { Failure } from '../../domain/errors.ts';
import { isTimeZone, type Language } from '../../domain/languages.ts';
import { canonicalPassword, requireGoodPassword } from '../../domain/passwords/password-policy.ts';
import type { Context } from '../../domain/request.ts';
import type { SecuritySettings } from '../../domain/security-settings.ts';
import { deviceView } from '../../domain/views.ts';
import type { Users } from '../../ports/accounts/users.ts';
import type { CommonPasswords } from '../../ports/common-passwords.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Limits } from '../../ports/limits/limits.ts';
import type { Passwords } from '../../ports/passwords.ts';
import type { PasswordTokens } from '../../ports/tokens/password-tokens.ts';
import type { DeviceNeeds } from '../common/guess-limits.ts';
import { rememberAsBefore } from '../common/known-device.ts';
import { LINK_HOLDER, newEvent } from '../common/new-event.ts';
import { optimistically } from '../common/optimistically.ts';
import { type OrganizationNeeds, organizationOf } from '../common/organization-of.ts';
import { type ReplayNeeds, replayIfDone, sealReply } from '../common/replay.ts';
import { requireLinkToken } from './steps/require-link-token.ts';

type Needs = OrganizationNeeds &
  ReplayNeeds &
  DeviceNeeds & {
    passwordTokens: Pick<PasswordTokens, 'get' | 'redeem'>;
    limits: Pick<Limits, 'findDevices' | 'rememberDevice'>;
    users: Pick<Users, 'get'>;
    passwords: Pick<Passwords, 'hash'>;
    commonPasswords: CommonPasswords;
    ids: Ids;
    security: SecuritySettings;
    productName: string;
  };
type Input = {
  token: string;
  newPassword: string;
  deviceToken?: string | undefined;
  /** Of whoever follows the link, for an account that has none yet. */
  language?: Language | undefined;
  timeZone?: string | undefined;
};

/** What is set already stays. A zone that only the browser knows is of no use. */
const firstPreferences = (user: User, { language, timeZone }: Input): Pick<User, 'language' | 'timeZone'> => ({
  ...(user.language === undefined && language && { language }),
  ...(user.timeZone === undefined && timeZone && isTimeZone(timeZone) && { timeZone }),
});

/**
 * Sets the password through the link of an invitation or a mail, ends every session, and creates none: the holder of
 * the link still has to sign in, with the second factor if it is on. The device is a known one from then on.
 * @throws Failure `challenge_invalid` for a link that is unknown, used or expired
 */
export const setPassword = (needs: Needs, context: Context, input: Input) =>
  replayIfDone(needs, context, ['challenge_invalid'], () => optimistically(() => set(needs, context, input)));

const set = async (needs: Needs, context: Context, input: Input) => {
  const { token, newPassword, deviceToken } = input;
  const { found, user } = await requireLinkToken(needs, context, token);
  // A link of the one kind is exchanged first, which ends whatever someone else may be doing; the other sets an address.
  if (found.purpose === 'not_me' || found.purpose === 'email') throw new Failure('challenge_invalid');
  const { name: organizationName } = await organizationOf(needs, user);
  const password = canonicalPassword(newPassword);
  const about = { email: user.email, name: user.name, organizationName, productName: needs.productName };
  requireGoodPassword(password, '#/newPassword', { ...needs, context: about });

  const next = { ...user, passwordVersion: user.passwordVersion + 1 };
  const [passwordHash, device] = await Promise.all([
    needs.passwords.hash(password),
    rememberAsBefore(needs, context, next, deviceToken),
  ]);
  const answer = device ? { device: deviceView(device) } : {};
  const answered = { userId: user.id, authVersion: user.authVersion + 1 };
  const outcome = await needs.passwordTokens.redeem({
    ...{ user, token: found, passwordHash, preferences: firstPreferences(user, input), now: context.now },
    event: newEvent(needs, context, 'password_set', LINK_HOLDER, { link: found.purpose }),
    reply: sealReply(needs, context, answered, answer),
  });
  if (outcome === 'token_gone') throw new Failure('challenge_invalid');
  return outcome === 'changed' ? outcome : answer;
};
