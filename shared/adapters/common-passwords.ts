import { dictionary } from '@zxcvbn-ts/language-common';
import type { CommonPasswords } from '../ports/common-passwords.ts';

/** Too long for the list, but as well known as anything on it. */
const famous = [
  'correcthorsebatterystaple',
  'thequickbrownfox',
  'jumpsoverthelazydog',
  'maytheforcebewithyou',
  'tobeornottobe',
  'loremipsumdolorsitamet',
];

/** Grouped by powers of two: a deployed function has the list in this order (infra/bundle/common-passwords.ts). */
const ranksOf = (words: string[]): Map<string, number> =>
  new Map([
    ...words.map((word, index) => [word, 2 ** Math.floor(Math.log2(index + 1))] as const),
    ...famous.map((word) => [word, 1] as const),
  ]);

/** The 49,000 passwords that appear most often in breaches. They are unpacked when the first password is set. */
export const commonPasswords = (): CommonPasswords => {
  let ranks: Map<string, number> | undefined;
  return {
    rankOf: (lowerCasePassword) => {
      ranks ??= ranksOf(dictionary['passwords-common']);
      return ranks.get(lowerCasePassword);
    },
  };
};
