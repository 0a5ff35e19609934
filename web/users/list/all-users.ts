import type * as z from 'zod/mini';
import { listUsers } from '../../../shared/contract/operations/users.ts';
import type { User } from '../../../shared/contract/schemas.ts';
import { call } from '../../api/call.ts';
import { askedOf, type Filter } from './filter.ts';

export type UserView = z.infer<typeof User>;

const LARGEST_PAGE = '100';

/** All users that fit a filter, one page after the other; `onMore` hears how many there are so far. */
export const allUsers = async (filter: Filter, onMore?: (count: number) => void): Promise<UserView[]> => {
  const users: UserView[] = [];
  let cursor: string | undefined;
  do {
    const page = await call(listUsers, { ...askedOf(filter), limit: LARGEST_PAGE, ...(cursor && { cursor }) });
    users.push(...page.users);
    onMore?.(users.length);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return users;
};
