import { renameSync, writeFileSync } from 'node:fs';

/**
 * Replaces a file that only its owner can read: even if the writer dies, it contains the old text or the new, never
 * half.
 */
export const writeWhole = (file: string, text: string): void => {
  writeFileSync(`${file}.part`, text, { mode: 0o600 });
  renameSync(`${file}.part`, file);
};
