import * as z from 'zod/mini';

/** Where an address is, as far as a map of addresses knows: right about the country, and often about the city. */
export const Place = z.object({
  /** ISO 3166-1 alpha-2, such as `DE`. */
  country: z.string().check(z.regex(/^[A-Z]{2}$/)),
  /** In English, such as `Munich`. */
  city: z.optional(z.string()),
});
export type Place = z.infer<typeof Place>;

/** A country’s name in the language of the tag. */
export const countryIn = (locale: string, country: string): string =>
  new Intl.DisplayNames(locale, { type: 'region' }).of(country) ?? country;
