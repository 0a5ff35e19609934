import { dictionary } from '@zxcvbn-ts/language-common';
import type { CommonPasswords } from '../ports.ts';

/** The 49,000 passwords that breaches show most often. Only what sets a password loads this list. */
export const commonPasswords = (): CommonPasswords => {
  const known = new Set(dictionary['passwords-common']);
  return { has: (lowerCasePassword) => known.has(lowerCasePassword) };
};
