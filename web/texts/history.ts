import { historyTexts as english } from './en/history.ts';
import { translatable } from './in-language.ts';

/** The words of histories, which no one loads to sign in, in the language in use. */
export const historyTexts = translatable('history', english);
