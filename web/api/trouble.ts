import type { TroubleCode } from '../texts.ts';

/** What the API answered instead of what was asked for, or that it did not answer. */
export class Trouble extends Error {
  readonly code: TroubleCode;
  /** Seconds, where waiting helps. */
  readonly retryAfter: number | undefined;
  /** Sentences about single fields, by the field's name. */
  readonly details: Record<string, string>;

  constructor(
    code: TroubleCode,
    { retryAfter, details = {} }: { retryAfter?: number; details?: Trouble['details'] } = {},
  ) {
    super(code);
    this.code = code;
    this.retryAfter = retryAfter;
    this.details = details;
  }
}

/** Anything thrown, as a trouble that can be told. */
export const asTrouble = (error: unknown): Trouble => (error instanceof Trouble ? error : new Trouble('internal'));
