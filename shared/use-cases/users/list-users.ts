import { decodeCursor, encodeCursor } from '../../domain/cursor.ts';
import { isCanonicalEmail, type TwoFactorStatus } from '../../domain/fields.ts';
import type { CallerContext } from '../../domain/request.ts';
import { userView } from '../../domain/views.ts';
import type { Users } from '../../ports/accounts/users.ts';

type Input = {
  twoFactor?: TwoFactorStatus | undefined;
  email?: string | undefined;
  limit: number;
  cursor?: string | undefined;
};

/** Users of the administrator's organization by email, all or those with one 2FA status. */
export const listUsers = async ({ users }: { users: Pick<Users, 'page'> }, { caller }: CallerContext, input: Input) => {
  const prefix = input.email ?? '';
  const continues = (after: string) => isCanonicalEmail(after) && after.startsWith(prefix);
  const page = await users.page({
    organizationId: caller.user.organizationId,
    prefix,
    limit: input.limit,
    ...(input.twoFactor && { twoFactor: input.twoFactor }),
    ...(input.cursor !== undefined && { after: decodeCursor(input.cursor, continues) }),
  });
  return { users: page.users.map(userView), ...(page.next && { nextCursor: encodeCursor(page.next) }) };
};
