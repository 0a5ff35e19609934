import { texts } from '../texts/index.ts';
import type { ApiError } from './api-error.ts';

/** What a person hears of an error, and what to do about it. */
export const sentenceOf = ({ code, retryAfter }: ApiError): string =>
  code === 'too_many_attempts' && retryAfter !== undefined ? texts.wait(retryAfter) : texts.errors[code];

/** The page on which a person can do something about it, where there is one. */
export const wayOutOf = ({ code }: ApiError): string | undefined =>
  code === 'two_factor_required' ? '/account' : undefined;
