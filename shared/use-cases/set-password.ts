import { Failure } from '../domain/errors.ts';
import { isOver } from '../domain/instant.ts';
import type { Numbers } from '../domain/numbers.ts';
import { canonicalPassword, requireGoodPassword } from '../domain/password-policy.ts';
import type { Context } from '../domain/request.ts';
import { readToken } from '../domain/tokens.ts';
import type { CommonPasswords, Ids, Passwords } from '../ports.ts';
import type { PasswordTokens, Users } from '../store-ports.ts';
import { newEvent } from './steps/new-event.ts';
import { type OrganizationNeeds, organizationOf } from './steps/organization-of.ts';
import { untilUnchanged } from './steps/until-unchanged.ts';

type Needs = OrganizationNeeds & {
  passwordTokens: PasswordTokens;
  users: Pick<Users, 'get'>;
  passwords: Pick<Passwords, 'hash'>;
  commonPasswords: CommonPasswords;
  ids: Ids;
  numbers: Numbers;
  productName: string;
};
type Input = { token: string; newPassword: string };

/**
 * Sets the password behind an invitation link, ends every session, and makes none: whoever holds the link still has to
 * sign in, with the second factor where it is on.
 * @throws Failure `challenge_invalid` for a link that is unknown, used or expired
 */
export const setPassword = async (needs: Needs, { now, client, note }: Context, { token, newPassword }: Input) => {
  const reference = readToken('invitation', token);
  if (!reference) throw new Failure('challenge_invalid');
  const { userId, hash } = reference;
  await untilUnchanged(async () => {
    const [found, user] = await Promise.all([needs.passwordTokens.get(userId, hash), needs.users.get(userId)]);
    const isDead = !found || isOver(found.expiresAt, now) || found.passwordVersion !== user?.passwordVersion;
    if (isDead || !user) throw new Failure('challenge_invalid');
    note({ userId });
    const { name: organizationName } = await organizationOf(needs, user);
    const password = canonicalPassword(newPassword);
    const context = { email: user.email, name: user.name, organizationName, productName: needs.productName };
    requireGoodPassword(password, '#/newPassword', { ...needs, context });

    const passwordHash = await needs.passwords.hash(password);
    const event = newEvent(needs, { now, client }, 'password_set', userId);
    const outcome = await needs.passwordTokens.redeem({ user, token: found, passwordHash, event, now });
    if (outcome === 'token_gone') throw new Failure('challenge_invalid');
    return outcome;
  });
};
