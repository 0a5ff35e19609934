import type { Trouble } from '../api/trouble.ts';
import { texts } from '../texts.ts';

/** What a person is told of a trouble, and what to do about it. */
export const sentenceOf = ({ code, retryAfter }: Trouble): string =>
  code === 'too_many_attempts' && retryAfter !== undefined ? texts.wait(retryAfter) : texts.troubles[code];
