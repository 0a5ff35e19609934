/** RFC 3339, 5.6: `t` and `z` may be lower case, a space may replace the `T`, and a leap second is written as 60. */
export const RFC_3339 =
  /^\d{4}-\d{2}-\d{2}[Tt ]([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

const SECOND = 1_000;

/** Takes a year and a month from 1 to 12. */
const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Converts a time in RFC 3339 form to UTC, to the millisecond; empty if there is no such day. */
export const utcTime = (time: string): string => {
  const [year = 0, month = 0, day = 0] = time.slice(0, 10).split('-').map(Number);
  // `Date.UTC` maps years 0 to 99 to 1900 to 1999, which have the same leap years.
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return '';
  const leap = /:60(?=[.Zz+-])/.test(time.slice(16));
  const usual = time
    .toUpperCase()
    .replace(' ', 'T')
    .replace(/(:\d\d:)60/, '$159');
  return new Date(Date.parse(usual) + (leap ? SECOND : 0)).toISOString();
};
