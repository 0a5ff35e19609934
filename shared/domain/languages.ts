/** The languages of pages and mails, by their BCP 47 tag. */
export const languageTags = ['en', 'de', 'es', 'fr', 'ar'] as const;
export type Language = (typeof languageTags)[number];

/** A name of the IANA time zone database that this runtime knows; aliases of old stay as they are. */
export const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

/** The first of some tags, by preference, that is a language here; its region is of no matter. */
export const firstLanguage = (tags: readonly string[]): Language | undefined => {
  const wanted = tags.map((tag) => tag.toLowerCase().split('-')[0]);
  return languageTags.find((tag) => tag === wanted.find((subtag) => languageTags.some((known) => known === subtag)));
};

export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr');
