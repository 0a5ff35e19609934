import { Failure } from './errors.ts';

/* A cursor names the last entry shown; the partition it applies to is always the caller's own. */

export const encodeCursor = (after: string): string => Buffer.from(after, 'utf8').toString('base64url');

/** @throws Failure `request_invalid` for anything that `encodeCursor` could not have produced */
export const decodeCursor = (cursor: string, isValid: (after: string) => boolean): string => {
  const after = Buffer.from(cursor, 'base64url').toString('utf8');
  if (after === '' || encodeCursor(after) !== cursor || !isValid(after)) {
    throw new Failure('request_invalid', {
      errors: [{ pointer: '#/cursor', detail: 'Use the nextCursor of the previous page' }],
    });
  }
  return after;
};
