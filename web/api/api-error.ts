import type { Fault } from '../../shared/domain/errors.ts';
import type { ApiErrorCode } from '../texts/en/errors.ts';

/** The API's answer when it refused a request, or the fact that it did not answer. */
export class ApiError extends Error {
  readonly code: ApiErrorCode;
  /** Seconds to wait, if waiting helps. */
  readonly retryAfter: number | undefined;
  /** What is wrong with individual fields, by field name. */
  readonly faults: Record<string, Fault>;

  constructor(
    code: ApiErrorCode,
    { retryAfter, faults = {} }: { retryAfter?: number; faults?: ApiError['faults'] } = {},
  ) {
    super(code);
    this.code = code;
    this.retryAfter = retryAfter;
    this.faults = faults;
  }
}

/** Turns anything thrown into an error that there is a sentence for. */
export const asApiError = (error: unknown): ApiError => (error instanceof ApiError ? error : new ApiError('internal'));
