import type { User } from '../../../domain/entities/user.ts';
import { Failure } from '../../../domain/errors.ts';

/**
 * What administrators do to others they cannot do to themselves: their own account is theirs in the settings, and the
 * last administrator cannot lock the door from outside.
 * @throws Failure `request_invalid`
 */
export const requireOtherUser = (admin: User, user: User, pointer: string): User => {
  if (admin.id !== user.id) return user;
  throw new Failure('request_invalid', {
    errors: [{ pointer, detail: 'This is for other users: ask another administrator' }],
  });
};
