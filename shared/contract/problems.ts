import type { FailureCode } from '../domain/errors.ts';
import type { Problem } from './problem.ts';

/** Maps every failure to HTTP (RFC 9457). The table is total: a new code without a row does not compile. */
export const problems: Record<FailureCode, { status: number; title: string }> = {
  request_invalid: { status: 400, title: 'The request doesn’t match what the API describes' },
  credentials_invalid: { status: 401, title: 'Incorrect email address or password' },
  session_required: { status: 401, title: 'Sign in first' },
  challenge_invalid: { status: 401, title: 'This step has expired or was already used. Start again' },
  code_invalid: { status: 401, title: 'That code is incorrect or has already been used' },
  identity_confirmation_required: { status: 403, title: 'Confirm your identity first' },
  permission_required: { status: 403, title: 'You need permission to manage users' },
  two_factor_required: { status: 403, title: 'Turn on two-factor authentication first' },
  origin_rejected: { status: 403, title: 'The request doesn’t come from an allowed page' },
  not_found: { status: 404, title: 'Not found' },
  method_not_allowed: { status: 405, title: 'This method is not allowed here' },
  two_factor_not_enabled: { status: 409, title: 'Two-factor authentication is not enabled' },
  setup_invalid: { status: 409, title: 'This setup has expired or was replaced. Start again' },
  email_taken: { status: 409, title: 'A user with this email address already exists' },
  user_suspended: { status: 409, title: 'This user is suspended. Reactivate them first' },
  last_administrator: { status: 409, title: 'An organization needs at least one active administrator' },
  mail_required: { status: 409, title: 'This deployment sends no email, and only the account owner may receive this' },
  payload_too_large: { status: 413, title: 'The request body is too large' },
  media_type_unsupported: { status: 415, title: 'Send the body as application/json' },
  password_rejected: { status: 422, title: 'Choose another password' },
  too_many_attempts: { status: 429, title: 'Too many attempts. Try again later' },
  temporarily_unavailable: { status: 503, title: 'Try again in a moment' },
  internal: { status: 500, title: 'Something went wrong on our side' },
};

/** The problem document for a failure. */
export const problemOf = (code: FailureCode, requestId: string, errors?: Problem['errors']): Problem => ({
  type: `/problems/${code.replaceAll('_', '-')}`,
  ...problems[code],
  code,
  requestId,
  ...(errors && { errors }),
});
