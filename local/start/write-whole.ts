import { renameSync, writeFileSync } from 'node:fs';

/** Replaces a file that only its owner reads: whenever the writer dies, there is the old text or the new, never half. */
export const writeWhole = (file: string, text: string): void => {
  writeFileSync(`${file}.part`, text, { mode: 0o600 });
  renameSync(`${file}.part`, file);
};
