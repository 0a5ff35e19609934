import type { User } from '../../../domain/entities/user.ts';
import { Failure } from '../../../domain/errors.ts';

/**
 * Administrators cannot do to themselves what they do to others: they manage their own account in the settings, and the
 * last administrator cannot lock themselves out.
 * @throws Failure `request_invalid`
 */
export const requireOtherUser = (admin: User, user: User, pointer: string): User => {
  if (admin.id !== user.id) return user;
  throw new Failure('request_invalid', {
    errors: [{ pointer, detail: 'This is for other users: ask another administrator', code: 'own_account' }],
  });
};
