import type { ApiErrorCode } from '../texts/errors.ts';

/** What the API answered instead of what was asked for, or that it did not answer. */
export class ApiError extends Error {
  readonly code: ApiErrorCode;
  /** Seconds, where waiting helps. */
  readonly retryAfter: number | undefined;
  /** Sentences about single fields, by the field's name. */
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

/** Anything thrown, as an error that there is a sentence for. */
export const asApiError = (error: unknown): ApiError => (error instanceof ApiError ? error : new ApiError('internal'));
