/**
 * Every expected failure of the product, by its name in the HTTP contract. `contract/problems.ts` maps each to a status
 * and a title in a total table, so a code added here without a row there does not compile.
 */
export const failureCodes = [
  'request_invalid',
  'credentials_invalid',
  'session_required',
  'challenge_invalid',
  'code_invalid',
  'identity_confirmation_required',
  'permission_required',
  'two_factor_required',
  'origin_rejected',
  'not_found',
  'method_not_allowed',
  'two_factor_not_enabled',
  'setup_invalid',
  'email_taken',
  'user_suspended',
  'last_administrator',
  'mail_required',
  'payload_too_large',
  'media_type_unsupported',
  'password_rejected',
  'too_many_attempts',
  'temporarily_unavailable',
  'internal',
] as const;

export type FailureCode = (typeof failureCodes)[number];

/** One reason why a field was refused: an RFC 6901 JSON pointer as a URI fragment (RFC 9457, 3.1) and a sentence. */
export type FieldError = { pointer: string; detail: string };

type FailureOptions = {
  /** Whole seconds after which the same request may succeed. */
  retryAfter?: number;
  errors?: FieldError[];
  cause?: unknown;
};

/** An expected failure. Its message is the code, so nothing about the request ends up in a stack trace. */
export class Failure extends Error {
  readonly code: FailureCode;
  readonly retryAfter: number | undefined;
  readonly errors: FieldError[] | undefined;

  constructor(code: FailureCode, options: FailureOptions = {}) {
    super(code, { cause: options.cause });
    this.name = 'Failure';
    this.code = code;
    this.retryAfter = options.retryAfter;
    this.errors = options.errors;
  }
}
