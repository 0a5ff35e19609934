import type * as z from 'zod/mini';
import type { User } from '../../shared/contract/schemas.ts';

type UserView = z.infer<typeof User>;

const BYTE_ORDER_MARK = '\uFEFF';

/** RFC 4180. A cell that a spreadsheet would take for a formula begins with an apostrophe, which makes it text. */
const cell = (value: string): string => {
  const harmless = /^[\s]*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
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
