import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { dictionary } from '@zxcvbn-ts/language-common';

/**
 * Of the list of common passwords, those that the shortest allowed password leaves: at 15 characters some forty words
 * of 49,000. Returns the module that has them, to be bundled in place of the whole list.
 */
export const commonPasswordsFrom = (leastCodePoints: number, folder: string): string => {
  const left = dictionary['passwords-common'].filter((word) => Array.from(word).length >= leastCodePoints);
  const file = path.resolve(folder, `common-passwords-${leastCodePoints}.mjs`);
  writeFileSync(file, `export const dictionary = { 'passwords-common': ${JSON.stringify(left)} };\n`);
  return file;
};
