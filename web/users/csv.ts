import type * as z from 'zod/mini';
import type { User } from '../../shared/contract/schemas.ts';

type UserView = z.infer<typeof User>;

const BYTE_ORDER_MARK = '\uFEFF';

/** What a spreadsheet takes for a formula, after blanks and in the full-width forms of East Asian keyboards, too. */
const formula = /^'*[\s\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^'*[\t\r\n]/u;
/**
 * An address that begins with a sign, and otherwise has only letters, digits, dots, hyphens and underscores: without a
 * bracket, a bar or an exclamation mark it can call nothing, and with an apostrophe no mail program would take it.
 */
const harmlessAddress = /^[+-][\w.-]*@[\w.-]+$/;

/**
 * RFC 4180. A cell that a spreadsheet would take for a formula begins with an apostrophe, which makes it text; so does
 * one that looks like such a cell already. Whoever reads the file by program can therefore undo it: a cell that matches
 * `formula` and begins with an apostrophe has exactly one too many, and no other cell was changed.
 */
const cell = (value: string): string => {
  const text = formula.test(value) && !harmlessAddress.test(value) ? `'${value}` : value;
  return /[",\r\n']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** The users as a table for spreadsheets: UTF-8, marked as such, one line each. */
export const csvOf = (columns: string[], users: UserView[]): string => {
  const rows = users.map(({ email, name, status, twoFactor, lastSignIn }) => [
    email,
    name,
    status,
    twoFactor.status,
    twoFactor.enabledAt ?? '',
    lastSignIn?.at ?? '',
    lastSignIn?.method ?? '',
    lastSignIn ? String(lastSignIn.twoFactorVerified) : '',
  ]);
  return BYTE_ORDER_MARK + [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
};
