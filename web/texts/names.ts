import type { Language } from '../../shared/domain/languages.ts';

/** Each language by its own name for itself, so that its readers find it among any others. */
export const languageNames: Record<Language, string> = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  ar: 'العربية',
};
