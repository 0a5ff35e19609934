import { dictionary } from '@zxcvbn-ts/language-common';
import type { CommonPasswords } from '../ports.ts';

/**
 * The 49,000 passwords that breaches show most often; a deployed function has those of them that the shortest allowed
 * password leaves, since no other would be asked for.
 */
export const commonPasswords = (): CommonPasswords => {
  const known = new Set(dictionary['passwords-common']);
  return { has: (lowerCasePassword) => known.has(lowerCasePassword) };
};
