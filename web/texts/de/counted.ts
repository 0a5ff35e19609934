const figures = new Intl.NumberFormat('de');
/** A number as people write it: with separators from a thousand on. */
export const figure = (count: number): string => figures.format(count);

const rules = new Intl.PluralRules('de');

/** What goes with a number of things. */
export const plural = (count: number, one: string, other: string): string =>
  rules.select(count) === 'one' ? one : other;

/** A number of things: "1 Minute", "2 Minuten". */
export const counted = (count: number, one: string, other: string): string =>
  `${figure(count)} ${plural(count, one, other)}`;
