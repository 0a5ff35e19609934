import { locale, timeZone } from '../language.ts';

export const momentIn = (at: string): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short', timeZone: timeZone() }).format(
    new Date(at),
  );

/** A time in the reader's own time zone and language. */
export const Moment = ({ at }: { at: string }) => (
  <time class="moment" dateTime={at}>
    {momentIn(at)}
  </time>
);

export const clockTimeOf = (at: string): string =>
  new Intl.DateTimeFormat(locale(), { timeStyle: 'short', timeZone: timeZone() }).format(new Date(at));

export const dayOf = (day: string): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day));
