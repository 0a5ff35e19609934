import { userTexts as english } from './en/users/index.ts';
import { translatable } from './in-language.ts';

/** The words of the pages for administrators, which no one else loads, in the language in use. */
export const userTexts = translatable('users', english);
