import type { ApiErrorCode } from '../texts/errors.ts';

/** The API's answer when it refused a request, or the fact that it did not answer. */
export class ApiError extends Error {
  readonly code: ApiErrorCode;
  /** Seconds to wait, if waiting helps. */
  readonly retryAfter: number | undefined;
  /** Sentences about individual fields, by field name. */
  readonly details: Record<string, string>;

  constructor(
    code: ApiErrorCode,
    { retryAfter, details = {} }: { retryAfter?: number; details?: ApiError['details'] } = {},
  ) {
    super(code);
    this.code = code;
    this.retryAfter = retryAfter;
    this.details = details;
  }
}

/** Turns anything thrown into an error that there is a sentence for. */
export const asApiError = (error: unknown): ApiError => (error instanceof ApiError ? error : new ApiError('internal'));
