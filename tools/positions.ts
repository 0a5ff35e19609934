import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { BundleMap } from './bundle-map.ts';

/** Counted from 1, as in stack traces. */
export type Position = { line: number; column: number };
export type Found = Position & { file: string; text: string };

const toPosition = ([, line, column]: RegExpMatchArray): Position => ({ line: Number(line), column: Number(column) });

/** The positions in a pasted text: stack frames, a whole log line, or just `2:4513`. */
export const positionsIn = (text: string): Position[] => {
  const framed = [...text.matchAll(/index\.mjs:(\d+):(\d+)/g)];
  return (framed.length > 0 ? framed : [...text.matchAll(/(?<![\d:.])(\d+):(\d+)(?![\d:])/g)]).map(toPosition);
};

/** `sign-in/sign-in-totp` and `signInTotp` are the same function: the first one that the text names. */
export const functionIn = (text: string, files: string[]): string | undefined => {
  const byName = new Map(
    files.flatMap((file) => {
      const id = path.basename(file).replace(/-[a-z]/g, (letter) => letter.slice(1).toUpperCase());
      return [file, path.basename(file), id].map((name) => [name, file] as const);
    }),
  );
  const named = [...text.matchAll(/[A-Za-z][\w/-]*/g)].map(([word]) => byName.get(word));
  return named.find((file) => file !== undefined);
};

/** Where a position in the bundle comes from; undefined if the map does not cover it. */
export const locate = ({ map, folder }: BundleMap, { line, column }: Position): Found | undefined => {
  const entry = map.findEntry(line - 1, column - 1);
  // Past the end of a line, the map answers with the last position that it has.
  if (!('originalSource' in entry) || entry.generatedLine !== line - 1) return undefined;
  const file = path.resolve(folder, entry.originalSource);
  const text = existsSync(file) ? (readFileSync(file, 'utf8').split('\n')[entry.originalLine] ?? '') : '';
  return { file, line: entry.originalLine + 1, column: entry.originalColumn + 1, text };
};
