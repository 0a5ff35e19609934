import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { dictionary } from '@zxcvbn-ts/language-common';

/**
 * In the order that packs best, by the alphabet, within the ranks that shared/adapters/common-passwords.ts tells apart: the
 * first, the next two, the next four and so on.
 */
const inOrder = (words: string[]): string[] => {
  const ordered: string[] = [];
  for (let size = 1; ordered.length < words.length; size *= 2)
    ordered.push(...words.slice(ordered.length, ordered.length + size).sort());
  return ordered;
};

let packedOnce: string | undefined;
/** A second of work, and the same each time. */
const packed = (): string => {
  packedOnce ??= brotliCompressSync(inOrder(dictionary['passwords-common']).join('\n')).toString('base64');
  return packedOnce;
};

/**
 * The whole list of common passwords, packed: a long password is judged by the short ones that it is made of, so the
 * shortest that a deployment allows leaves none of them out. Returns the module that has them, to be bundled in place of
 * the library; it unpacks them when they are asked for.
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
