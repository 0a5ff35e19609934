import type { FaultCode } from '../../shared/domain/errors.ts';
import type { Language } from '../../shared/domain/languages.ts';
import type { accountTexts } from './en/account.ts';
import type { historyTexts } from './en/history.ts';
import type { pageTexts } from './en/index.ts';
import type { userTexts } from './en/users/index.ts';

/**
 * All words of the pages in one language: those that everyone loads, those of histories, of the account
 * settings, and of the pages for administrators; and what is wrong with a field, which the API and the fields' own rules say in English.
 * `value` of a fault: a number, quoted words or domains, as its code needs one.
 */
export type Translation = {
  faults: Record<FaultCode, (value: string) => string>;
  pages: typeof pageTexts;
  history: typeof historyTexts;
  users: typeof userTexts;
  account: typeof accountTexts;
};

/** English is part of the pages themselves: what a translation cannot say, or could not be loaded, is said in it. */
type Translated = Exclude<Language, 'en'>;

/** Each is loaded when it is used. */
export const translations: Record<Translated, () => Promise<{ default: Translation }>> = {
  de: () => import('./de/index.ts'),
  es: () => import('./es/index.ts'),
  fr: () => import('./fr/index.ts'),
  ar: () => import('./ar/index.ts'),
};
