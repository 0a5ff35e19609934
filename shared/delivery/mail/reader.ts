import type { User } from '../../domain/entities/user.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Language } from '../../domain/languages.ts';
import { deviceName } from '../../domain/sessions/device-name.ts';
import { countryIn, type Place } from '../../domain/sessions/place.ts';
import { mailTexts } from '../words/in-language.ts';

type Reader = Pick<User, 'language' | 'timeZone'>;

export const languageOf = ({ language }: Reader): Language => language ?? 'en';

/** A tag for `Intl`: with a region where the language alone leaves the order of a date open, and with Latin digits. */
const localeOf: Record<Language, string> = { en: 'en-US', de: 'de', es: 'es', fr: 'fr', ar: 'ar-u-nu-latn' };

/** A moment in the reader's language and time zone: Nov 24, 2026 at 16:05 UTC. */
export const momentFor = (reader: Reader, at: Instant): string => {
  const language = languageOf(reader);
  const { timeZone = 'UTC' } = reader;
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(localeOf[language], { timeZone, ...options });
  const zone = format({ timeZoneName: 'short' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value;
  const day = format({ dateStyle: 'medium' }).format(at);
  const time = format({ timeStyle: 'short', hour12: false }).format(at);
  return mailTexts[language].moment(day, time, zone ?? timeZone);
};

/** A place in the reader's language, as far as it is known; the name of a city stays as the map has it. */
const placeFor = (language: Language, { country, city }: Place): string => {
  const name = countryIn(localeOf[language], country);
  return city === undefined ? name : mailTexts[language].near(city, name);
};

type From = { ip: string; userAgent?: string | undefined; place?: Place | undefined };

/** Where something came from: an address, the device if people know it by name, and the place if there is a map of it. */
export const whereFor = (reader: Reader, { ip, userAgent = '', place }: From): string => {
  const language = languageOf(reader);
  const { device, comma } = mailTexts[language];
  const { browser, system } = deviceName(userAgent);
  const known = [
    ...(browser && system ? [device(browser, system)] : []),
    ...(place ? [placeFor(language, place)] : []),
  ];
  return known.length === 0 ? ip : `${ip} (${known.join(comma)})`;
};
