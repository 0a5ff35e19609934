const figures = new Intl.NumberFormat('es');
/** A number as people write it: with separators from a thousand on. */
export const figure = (count: number): string => figures.format(count);

const rules = new Intl.PluralRules('es');

/** Which of two wordings goes with a number. */
export const isOne = (count: number): boolean => rules.select(count) === 'one';

/** A number of things: "1 usuario", "2 usuarios", "1000000 de usuarios". */
export const counted = (count: number, one: string, more: string): string => {
  if (isOne(count)) return `${figure(count)} ${one}`;
  return rules.select(count) === 'many' ? `${figure(count)} de ${more}` : `${figure(count)} ${more}`;
};

/** With the space that must not break. */
export const percent = (value: number): string => `${value}\u00a0%`;

/** A time of day with its article: "la 1:05", "las 16:05". */
export const theTime = (time: string): string => (/^0?1(?!\d)/.test(time) ? `la ${time}` : `las ${time}`);
