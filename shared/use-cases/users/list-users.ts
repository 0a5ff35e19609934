import { decodeCursor, encodeCursor } from '../../domain/cursor.ts';
import { isCanonicalEmail, type TwoFactorStatus } from '../../domain/fields.ts';
import type { CallerContext } from '../../domain/request.ts';
import type { UserSort, UserState } from '../../domain/user-list.ts';
import { userView } from '../../domain/views.ts';
import type { Users } from '../../ports/accounts/users.ts';

type Input = {
  twoFactor?: TwoFactorStatus | undefined;
  state?: UserState | undefined;
  search?: string | undefined;
  email?: string | undefined;
  sort?: UserSort | undefined;
  order?: 'ascending' | 'descending' | undefined;
  limit: number;
  cursor?: string | undefined;
};

/** By name, a cursor is a folded name and, after a zero byte, the address. */
const continues = (sort: UserSort, prefix: string) => (after: string) =>
  sort === 'email'
    ? isCanonicalEmail(after) && after.startsWith(prefix)
    : isCanonicalEmail(after.slice(after.indexOf('\u0000') + 1));

/** Users of the administrator's organization, in order, all or those that fit. */
export const listUsers = async ({ users }: { users: Pick<Users, 'page'> }, { caller }: CallerContext, input: Input) => {
  const { twoFactor, state, search, email: prefix = '', sort = 'email', order, limit, cursor } = input;
  const page = await users.page({
    ...{ organizationId: caller.user.organizationId, twoFactor, state, search, prefix, sort, limit },
    descending: order === 'descending',
    ...(cursor !== undefined && { after: decodeCursor(cursor, continues(sort, prefix)) }),
  });
  return { users: page.users.map(userView), ...(page.next !== undefined && { nextCursor: encodeCursor(page.next) }) };
};
