import type { User } from '../../../domain/entities/user.ts';
import { Failure } from '../../../domain/errors.ts';
import { ID_PATTERN } from '../../../domain/fields.ts';
import type { CallerContext } from '../../../domain/request.ts';
import type { Users } from '../../../ports/accounts/users.ts';

export type UserNeeds = { users: Pick<Users, 'get'> };

/**
 * A user whom this administrator may see.
 * @throws Failure `not_found` for an unknown user and for one of another organization
 */
export const userOfOrganization = async (
  { users }: UserNeeds,
  { caller, note }: CallerContext,
  userId: string,
): Promise<User> => {
  const user = ID_PATTERN.test(userId) ? await users.get(userId) : null;
  if (user?.organizationId !== caller.user.organizationId) throw new Failure('not_found');
  note({ targetId: user.id });
  return user;
};
