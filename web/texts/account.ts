import { accountTexts as english } from './en/account.ts';
import { translatable } from './in-language.ts';

/** The words of the account settings, which no one loads to sign in, in the language in use. */
export const accountTexts = translatable('account', english);
