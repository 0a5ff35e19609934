import * as z from 'zod/mini';

const DEFAULT_PAGE = 25;
const LARGEST_PAGE = 100;

/** How much of a list to return, and where to continue. Query strings are text, so the number is parsed from digits. */
export const Limit = z._default(
  z.pipe(
    z.pipe(z.string().check(z.regex(/^\d{1,3}$/, 'Use a whole number from 1 to 100')), z.transform(Number)),
    z.int().check(z.minimum(1), z.maximum(LARGEST_PAGE)),
  ),
  DEFAULT_PAGE,
);
export const Cursor = z.optional(z.string().check(z.minLength(1), z.maxLength(1024)));
