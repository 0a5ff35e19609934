import type { ComponentChildren } from 'preact';

type Props = { kind?: 'info' | 'success' | 'warning'; children: ComponentChildren };

/** A message that is there when the page or step appears. */
export const Notice = ({ kind = 'info', children }: Props) => <div class={`notice ${kind}`}>{children}</div>;
