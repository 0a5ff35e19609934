import { iso } from '../../domain/instant.ts';
import type { Context } from '../../domain/request.ts';
import type { Users } from '../../ports/accounts/users.ts';
import type { PasswordTokens } from '../../ports/tokens/password-tokens.ts';
import { requireLinkToken } from './steps/require-link-token.ts';

type Needs = { passwordTokens: Pick<PasswordTokens, 'get'>; users: Pick<Users, 'get'> };

/**
 * Whose password a link sets, shown before anyone types one: a page can say so, and a password manager knows the
 * account.
 * @throws Failure `challenge_invalid` for a link that is unknown, used or expired
 */
export const inspectLink = async (needs: Needs, context: Context, { token }: { token: string }) => {
  const { found, user } = await requireLinkToken(needs, context, token);
  const { purpose, newEmail, expiresAt } = found;
  // Whoever got the mail by mistake learns nothing about the account but the organization that the mail names.
  return {
    ...{ email: newEmail ?? user.email, purpose, expiresAt: iso(expiresAt) },
    organizationId: user.organizationId,
  };
};
