import * as z from 'zod/mini';
import { languageTags } from '../languages.ts';

/** As it is stored: one that only a later version has, after a way back to this one, counts as none. */
export const StoredLanguage = z.pipe(
  z.string(),
  z.transform((tag: string) => languageTags.find((known) => known === tag)),
);
