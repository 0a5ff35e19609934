import type { PasswordResetRequest } from '../../domain/events/password-reset-request.ts';

export type PasswordResets = {
  /** Notes that someone asked; what comes of it is decided where nobody waits for it. */
  request(request: PasswordResetRequest): Promise<void>;
};
