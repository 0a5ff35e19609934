import type { PasswordToken } from '../../../domain/entities/password-token.ts';
import type { User } from '../../../domain/entities/user.ts';
import { Failure } from '../../../domain/errors.ts';
import { isOver } from '../../../domain/instant.ts';
import type { Context } from '../../../domain/request.ts';
import { readToken } from '../../../domain/sessions/tokens.ts';
import type { Users } from '../../../ports/accounts/users.ts';
import type { PasswordTokens } from '../../../ports/tokens/password-tokens.ts';

type Needs = { passwordTokens: Pick<PasswordTokens, 'get'>; users: Pick<Users, 'get'> };

/**
 * The token of a link, and its owner.
 * @throws Failure `challenge_invalid` for one that is malformed, unknown, used, expired, of an earlier password, or of
 * a suspended user
 */
export const requireLinkToken = async (
  { passwordTokens, users }: Needs,
  { now, note }: Context,
  token: string,
): Promise<{ found: PasswordToken; user: User }> => {
  const reference = readToken('invitation', token);
  if (!reference) throw new Failure('challenge_invalid');
  const { userId, hash } = reference;
  const [found, user] = await Promise.all([passwordTokens.get(userId, hash), users.get(userId)]);
  if (!found || user?.status !== 'active' || isOver(found.expiresAt, now) || isOutdated(found, user)) {
    throw new Failure('challenge_invalid');
  }
  note({ userId });
  return { found, user };
};

/**
 * Whether something has invalidated it since: a new password, a suspension, a later invitation, the end of all
 * sessions.
 */
const isOutdated = (token: PasswordToken, user: User): boolean =>
  wasUndone(token, user) ||
  // Someone who took the address may have changed the password since: the previous address can still take it back.
  (token.previousEmail === undefined && token.passwordVersion !== user.passwordVersion) ||
  token.suspensions !== user.suspensions ||
  (token.invitations !== undefined && token.invitations !== user.invitations) ||
  (token.authVersion !== undefined && token.authVersion !== user.authVersion);

/** Whether the change that a link would take back was taken back before, with everything that came after it. */
const wasUndone = ({ changedAt }: PasswordToken, { undoneAddresses = [] }: User): boolean =>
  changedAt !== undefined && undoneAddresses.some(({ from, until }) => from <= changedAt && changedAt <= until);
