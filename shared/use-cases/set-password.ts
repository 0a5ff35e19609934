import { Failure } from '../domain/errors.ts';
import type { Numbers } from '../domain/numbers.ts';
import { canonicalPassword, requireGoodPassword } from '../domain/password-policy.ts';
import type { Context } from '../domain/request.ts';
import type { CommonPasswords, Ids, Passwords } from '../ports.ts';
import type { PasswordTokens, Users } from '../store-ports.ts';
import { liveToken } from './steps/live-token.ts';
import { newEvent } from './steps/new-event.ts';
import { type OrganizationNeeds, organizationOf } from './steps/organization-of.ts';
import { untilUnchanged } from './steps/until-unchanged.ts';

type Needs = OrganizationNeeds & {
  passwordTokens: Pick<PasswordTokens, 'get' | 'redeem'>;
  users: Pick<Users, 'get'>;
  passwords: Pick<Passwords, 'hash'>;
  commonPasswords: CommonPasswords;
  ids: Ids;
  numbers: Numbers;
  productName: string;
};
type Input = { token: string; newPassword: string };

/**
 * Sets the password behind the link of an invitation or a mail, ends every session, and makes none: whoever holds the link still has to
 * sign in, with the second factor where it is on.
 * @throws Failure `challenge_invalid` for a link that is unknown, used or expired
 */
export const setPassword = (needs: Needs, context: Context, { token, newPassword }: Input) =>
  untilUnchanged(async () => {
    const { found, user } = await liveToken(needs, context, token);
    // That one is exchanged first, which ends what somebody else may be doing.
    if (found.purpose === 'not_me') throw new Failure('challenge_invalid');
    const { name: organizationName } = await organizationOf(needs, user);
    const password = canonicalPassword(newPassword);
    const about = { email: user.email, name: user.name, organizationName, productName: needs.productName };
    requireGoodPassword(password, '#/newPassword', { ...needs, context: about });

    const passwordHash = await needs.passwords.hash(password);
    const event = newEvent(needs, context, 'password_set', user.id);
    const change = { user, token: found, passwordHash, event, now: context.now };
    const outcome = await needs.passwordTokens.redeem(change);
    if (outcome === 'token_gone') throw new Failure('challenge_invalid');
    return outcome;
  });
