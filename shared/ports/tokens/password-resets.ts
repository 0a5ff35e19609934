import type { PasswordResetRequest } from '../../domain/events/password-reset-request.ts';

export type PasswordResets = {
  /** Records that someone asked. Whatever follows is decided later, when no one is waiting for it. */
  request(request: PasswordResetRequest): Promise<void>;
};
