import type { User } from '../../../domain/entities/user.ts';
import { Failure } from '../../../domain/errors.ts';

/** What a write answers where the administrator who asked for it is none any more. */
export const actorGone = (): Failure => new Failure('permission_required');

/**
 * What only the owner may receive goes by mail, and to nobody else.
 * @throws Failure `mail_required` where this deployment sends none
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
