import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { dictionary } from '@zxcvbn-ts/language-common';

/**
 * In the order that compresses best, which is alphabetical within the ranks that shared/adapters/common-passwords.ts
 * tells apart: the first, the next two, the next four and so on.
 */
const inOrder = (words: string[]): string[] => {
  const ordered: string[] = [];
  for (let size = 1; ordered.length < words.length; size *= 2)
    ordered.push(...words.slice(ordered.length, ordered.length + size).sort());
  return ordered;
};

let packedOnce: string | undefined;
/** This takes a second and gives the same result each time. */
const packed = (): string => {
  packedOnce ??= brotliCompressSync(inOrder(dictionary['passwords-common']).join('\n')).toString('base64');
  return packedOnce;
};

/**
 * The whole list of common passwords, compressed. A long password is judged by the short ones that it is made of, so
 * even words shorter than a deployment's minimum stay in. Returns the module that contains the list, to be bundled in
 * place of the library; it decompresses the list on first use.
 */
export const commonPasswordsFrom = (folder: string): string => {
  const file = path.resolve(folder, 'common-passwords.mjs');
  writeFileSync(
    file,
    `import { brotliDecompressSync } from 'node:zlib';
const packed = '${packed()}';
export const dictionary = {
  get 'passwords-common'() {
    return brotliDecompressSync(Buffer.from(packed, 'base64')).toString('latin1').split('\\n');
  },
};
`,
  );
  return file;
};
