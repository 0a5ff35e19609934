import type { PasswordToken } from '../../domain/entities/password-token.ts';
import type { User } from '../../domain/entities/user.ts';
import { Failure } from '../../domain/errors.ts';
import { isOver } from '../../domain/instant.ts';
import type { Context } from '../../domain/request.ts';
import { readToken } from '../../domain/tokens.ts';
import type { PasswordTokens, Users } from '../../store-ports.ts';

type Needs = { passwordTokens: Pick<PasswordTokens, 'get'>; users: Pick<Users, 'get'> };

/**
 * The token of a link, and whose it is.
 * @throws Failure `challenge_invalid` for one that is malformed, unknown, used, expired, of an earlier password, or of a suspended user
 */
export const liveToken = async (
  { passwordTokens, users }: Needs,
  { now, note }: Context,
  token: string,
): Promise<{ found: PasswordToken; user: User }> => {
  const reference = readToken('invitation', token);
  if (!reference) throw new Failure('challenge_invalid');
  const { userId, hash } = reference;
  const [found, user] = await Promise.all([passwordTokens.get(userId, hash), users.get(userId)]);
  const isDead = !found || isOver(found.expiresAt, now) || found.passwordVersion !== user?.passwordVersion;
  if (isDead || user?.status !== 'active') throw new Failure('challenge_invalid');
  note({ userId });
  return { found, user };
};
