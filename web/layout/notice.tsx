import type { ComponentChildren } from 'preact';

type Props = { kind?: 'info' | 'success' | 'warning'; children: ComponentChildren };

/** Something to know, that is there when the page or step appears. */
export const Notice = ({ kind = 'info', children }: Props) => <div class={`notice ${kind}`}>{children}</div>;

/** A moment as the reader's own clock and language say it. */
export const Moment = ({ at }: { at: string }) => <time dateTime={at}>{momentOf(at)}</time>;

export const momentOf = (at: string): string =>
  new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));

export const clockTimeOf = (at: string): string =>
  new Intl.DateTimeFormat(undefined, { timeStyle: 'short' }).format(new Date(at));
