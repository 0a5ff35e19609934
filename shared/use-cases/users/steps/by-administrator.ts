import type { User } from '../../../domain/entities/user.ts';
import { Failure } from '../../../domain/errors.ts';

/** The answer to a write if the administrator who asked for it no longer is one. */
export const actorGone = (): Failure => new Failure('permission_required');

/**
 * What only the owner may receive goes by mail, and to no one else.
 * @throws Failure `mail_required` if this deployment sends no mail
 */
export const requireMail = ({ sendsMail }: { sendsMail: boolean }): void => {
  if (!sendsMail) throw new Failure('mail_required');
};

/**
 * Nothing is handed out that cannot work.
 * @throws Failure `user_suspended`
 */
export const requireActive = (user: User): User => {
  if (user.status !== 'active') throw new Failure('user_suspended');
  return user;
};
