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

/** What people may enter wrongly: a page says it in the reader's language. */
export const faultCodes = [
  'too_short',
  'too_long',
  'common_password',
  'repetitive_password',
  'guessable_password',
  'password_of_context',
  'domain_not_allowed',
  'own_account',
  'ill_formed_text',
  'direction_character',
  'control_character',
  'invisible_character',
  'private_character',
  'unknown_character',
  'too_many_marks',
  'nothing_visible',
  'email_incomplete',
  'email_accents',
  'email_name_too_long',
  'email_dots',
  'email_characters',
  'email_ip_address',
  'email_label_too_long',
  'email_domain',
  'email_domain_incomplete',
  'clock_off',
  'color_too_light',
  'color_too_dark',
  'logo_unreadable',
  'logo_too_large',
  'logo_unsafe',
  'name_like_address',
  'web_address_invalid',
  'contact_invalid',
] as const;
export type FaultCode = (typeof faultCodes)[number];

/** What is wrong, in a sentence; for what people enter, also a code, and the value that the sentence mentions. */
export type Fault = { detail: string; code?: FaultCode; value?: string };

/** One reason why a field was refused, at an RFC 6901 JSON pointer as a URI fragment (RFC 9457, 3.1). */
export type FieldError = Fault & { pointer: string };

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
