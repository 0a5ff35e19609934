import { expect, it } from 'vitest';
import { decodeCursor, encodeCursor } from '../../../shared/domain/cursor.ts';
import { Failure } from '../../../shared/domain/errors.ts';

it('a cursor names the entry to continue after', () => {
  expect(decodeCursor(encodeCursor('zoë@x.example'), () => true)).toBe('zoë@x.example');
});

it.each(['', '!!!', 'ab=', 'YQ==', '_', '\ud800'])('%j is refused as a cursor', (cursor) => {
  expect(() => decodeCursor(cursor, () => true)).toThrow(Failure);
});

it('a cursor that does not fit the list is refused', () => {
  expect(() => decodeCursor(encodeCursor('x'), () => false)).toThrow('request_invalid');
});
