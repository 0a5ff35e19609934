import { texts } from '../texts/index.ts';
import type { ApiError } from './api-error.ts';

/** The sentence that a person sees about an error: what happened, and what to do about it. */
export const sentenceOf = ({ code, retryAfter }: ApiError): string =>
  code === 'too_many_attempts' && retryAfter !== undefined ? texts.wait(retryAfter) : texts.errors[code];

/** The page on which a person can do something about it, if there is one. */
export const wayOutOf = ({ code }: ApiError): string | undefined =>
  code === 'two_factor_required' ? '/account' : undefined;
