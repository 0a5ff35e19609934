import type { Fault } from '../../shared/domain/errors.ts';
import type { Language } from '../../shared/domain/languages.ts';
import { type Translation, translations } from './translation.ts';

type Part = Exclude<keyof Translation, 'faults'>;

let translation: Translation | undefined;
const english = new Map<Part, object>();

/** Puts a translation into the very objects that the components hold. */
const adopt = (into: object, from: object): void => {
  for (const [key, text] of Object.entries(from)) {
    const present = (into as Record<string, unknown>)[key];
    if (typeof present === 'object' && present !== null) adopt(present, text as object);
    else (into as Record<string, unknown>)[key] = text;
  }
};

/** English texts that become those of the language in use: at once, or as soon as it is loaded. */
export const translatable = <Name extends Part>(name: Name, texts: Translation[Name]): Translation[Name] => {
  english.set(name, texts);
  if (translation) adopt(texts, translation[name]);
  return texts;
};

/**
 * Loads a language, once, before anything is shown.
 * @throws whatever the network does: the texts stay English then
 */
export const speak = async (language: Language): Promise<void> => {
  if (language === 'en') return;
  const loaded = (await translations[language]()).default;
  translation = loaded;
  for (const [name, texts] of english) adopt(texts, loaded[name]);
};

/** What is wrong with a field; undefined in English, which the fault says itself. */
export const translatedFault = ({ code, value = '' }: Fault): string | undefined =>
  code === undefined ? undefined : translation?.faults[code](value);

/** The API's own sentences are in English. */
export const speaksEnglish = (): boolean => translation === undefined;
