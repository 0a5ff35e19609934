/** A time in the reader's own time zone and language. */
export const Moment = ({ at }: { at: string }) => (
  <time class="moment" dateTime={at}>
    {new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at))}
  </time>
);

export const clockTimeOf = (at: string): string =>
  new Intl.DateTimeFormat(undefined, { timeStyle: 'short' }).format(new Date(at));
