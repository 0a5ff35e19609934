const figures = new Intl.NumberFormat('en-US');
/** A number as people write it: with separators from a thousand on. */
export const figure = (count: number): string => figures.format(count);

/** A number of things: "1 user", "2,000 users". */
export const counted = (count: number, unit: string): string => `${figure(count)} ${unit}${count === 1 ? '' : 's'}`;
