const figures = new Intl.NumberFormat('fr');
/** A number as people write it: with separators from a thousand on. */
export const figure = (count: number): string => figures.format(count);

const rules = new Intl.PluralRules('fr');

/** The form that goes with a number: French also says "0 utilisateur". */
export const plural = (count: number, one: string, other: string): string =>
  rules.select(count) === 'one' ? one : other;

/** A number of things: "1 utilisateur", "2 utilisateurs". */
export const counted = (count: number, one: string, other: string): string => `${count} ${plural(count, one, other)}`;
