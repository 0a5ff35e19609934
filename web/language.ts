import { directionOf, firstLanguage, type Language } from '../shared/domain/languages.ts';
import { speak } from './texts/in-language.ts';

/* Which language the pages are in: what a link asks for, what this person chose, or what the browser prefers. */

const KEY = 'language';

/** A browser may refuse to store anything: then the language is chosen anew in each document. */
const read = (storage: () => Storage): Language | undefined => {
  try {
    return firstLanguage([storage().getItem(KEY) ?? '']);
  } catch {
    return undefined;
  }
};
const keep = (storage: () => Storage, language: Language): void => {
  try {
    storage().setItem(KEY, language);
  } catch {
    // It is a convenience.
  }
};
const ofTab = (): Storage => sessionStorage;
const ofBrowser = (): Storage => localStorage;

/** `ui_locales` of OpenID Connect: tags by preference, separated by spaces. It holds for this tab. */
const askedFor = (): Language | undefined => {
  const language = firstLanguage((new URLSearchParams(location.search).get('ui_locales') ?? '').split(' '));
  if (language) keep(ofTab, language);
  return language;
};

let current: Language = 'en';
export const currentLanguage = (): Language => current;

/**
 * The tag for dates and numbers: the browser's own if it is of this language, so that 24/11 and 11/24 are as its reader
 * knows them. Digits are Latin, like those of codes.
 */
export const locale = (): string => {
  const tag = navigator.languages.find((preferred) => firstLanguage([preferred]) === current) ?? current;
  return new Intl.Locale(tag, { numberingSystem: 'latn' }).toString();
};

let zone: string | undefined;
/** The time zone for all times: the person's, or else the browser's. */
export const timeZone = (): string => zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Loads the language and says to the browser which one it is. Without its texts, the pages are in English. */
export const startLanguage = async (): Promise<void> => {
  const wanted = askedFor() ?? read(ofTab) ?? read(ofBrowser) ?? firstLanguage(navigator.languages) ?? 'en';
  current = await speak(wanted).then(
    () => wanted,
    () => 'en' as const,
  );
  document.documentElement.lang = current;
  document.documentElement.dir = directionOf(current);
};

/** Follows what the account's owner chose: the language unless this tab has another for a reason, and the time zone. */
export const followAccount = ({ language, timeZone: ownZone }: { language?: Language; timeZone?: string }): void => {
  zone = ownZone;
  if (language !== undefined && read(ofTab) === undefined) chooseLanguage(language);
};

/** What the person chose holds for this browser, and for this tab whatever its link asked for. */
export const chooseLanguage = (language: Language): void => {
  if (language === current) return;
  keep(ofTab, language);
  keep(ofBrowser, language);
  const address = new URL(location.href);
  address.searchParams.delete('ui_locales');
  // Not a visit of its own: Back leads to the page before.
  history.replaceState(history.state, '', address);
  location.reload();
};
