import type * as z from 'zod/mini';
import type { User } from '../../../shared/contract/schemas.ts';

type UserView = z.infer<typeof User>;

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * What a spreadsheet takes for a formula, including after blanks and in the full-width forms of East Asian keyboards.
 */
const formula = /^'*[\s\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^'*[\t\r\n]/u;
/**
 * An address that begins with a sign but otherwise has only letters, digits, dots, hyphens and underscores: without a
 * bracket, bar or exclamation mark it can call nothing, and with an apostrophe no mail program would accept it.
 */
const harmlessAddress = /^[+-][\w.-]*@[\w.-]+$/;

/**
 * RFC 4180. A cell that a spreadsheet would take for a formula gets a leading apostrophe, which makes it text; so does
 * one that already looks like such a cell. A program that reads the file can therefore undo it: a cell that matches
 * `formula` and begins with an apostrophe has exactly one too many, and no other cell was changed.
 */
const cell = (value: string): string => {
  const text = formula.test(value) && !harmlessAddress.test(value) ? `'${value}` : value;
  return /[",\r\n']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Names for programs, whatever language the pages are in. */
export const userColumns = [
  'email',
  'name',
  'status',
  'state',
  'two_factor',
  'two_factor_since',
  'last_sign_in',
  'last_sign_in_method',
  'last_sign_in_two_factor',
];

/** The users as a table for spreadsheets: UTF-8, marked as such, one user per line. */
export const csvOf = (columns: string[], users: UserView[]): string => {
  const rows = users.map(({ email, name, status, state, twoFactor, lastSignIn }) => [
    email,
    name,
    status,
    state,
    twoFactor.status,
    twoFactor.enabledAt ?? '',
    lastSignIn?.at ?? '',
    lastSignIn?.method ?? '',
    lastSignIn ? String(lastSignIn.twoFactorVerified) : '',
  ]);
  return BYTE_ORDER_MARK + [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
};
