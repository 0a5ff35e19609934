import type { FailureCode } from '../../../shared/domain/errors.ts';
import { counted } from './counted.ts';

/** What can go wrong for a page: what the API reports, and that it could not be reached. */
export type ApiErrorCode = FailureCode | 'offline';

export const errors: Record<ApiErrorCode, string> = {
  request_invalid: 'Check what you entered.',
  credentials_invalid: 'Incorrect email address or password.',
  session_required: 'Your session has ended. Sign in again.',
  challenge_invalid: 'Your sign-in timed out. Sign in again.',
  code_invalid: 'That code is incorrect or has already been used.',
  identity_confirmation_required: 'Confirm that it’s you first.',
  permission_required: 'You don’t have permission to manage users. Ask an administrator.',
  two_factor_required: 'Turn on two-factor authentication first.',
  origin_rejected: 'This request didn’t come from this site. Open the page at its usual address, then try again.',
  not_found: 'There’s nothing here.',
  method_not_allowed: 'This page is out of date. Reload it.',
  two_factor_not_enabled: 'Two-factor authentication isn’t on. Reload the page to see the current state.',
  setup_invalid: 'This setup has expired or was replaced by another one. Start again.',
  email_taken: 'There’s already a user with this email address.',
  user_suspended: 'This user is suspended. Reactivate them first.',
  last_administrator: 'Your organization needs at least one active administrator. Add another one first.',
  mail_required:
    'We can only email this to the user, and email isn’t set up here. Ask whoever runs this service to set it up.',
  payload_too_large: 'That’s too long.',
  media_type_unsupported: 'This page is out of date. Reload it.',
  password_rejected: 'Choose another password.',
  too_many_attempts: 'Too many attempts. Wait a moment, then try again.',
  temporarily_unavailable: 'The service isn’t responding right now. Try again in a moment.',
  internal: 'Something went wrong on our end. Try again, or contact your administrator if it keeps happening.',
  offline: 'The service can’t be reached. Check your connection, then try again.',
};

/** A time to wait, in the unit that people would use. */
const duration = (seconds: number): string => {
  if (seconds < 60) return counted(seconds, 'second');
  if (seconds <= 90 * 60) return counted(Math.ceil(seconds / 60), 'minute');
  return counted(Math.ceil(seconds / 3_600), 'hour');
};

export const wait = (seconds: number): string => `Too many attempts. Wait ${duration(seconds)}, then try again.`;
