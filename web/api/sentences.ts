import { texts } from '../texts.ts';
import type { Trouble } from './trouble.ts';

/** What a person hears of a trouble, and what to do about it. */
export const sentenceOf = ({ code, retryAfter }: Trouble): string =>
  code === 'too_many_attempts' && retryAfter !== undefined ? texts.wait(retryAfter) : texts.troubles[code];

/** The page on which a person can do something about it, where there is one. */
export const wayOutOf = ({ code }: Trouble): string | undefined =>
  code === 'two_factor_required' ? '/account' : undefined;
