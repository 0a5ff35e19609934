import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

type Props = {
  kind?: 'info' | 'success' | 'warning';
  /** It is the result of a button: the reader goes on there. */
  isAnnounced?: boolean;
  children: ComponentChildren;
};

/** A message that is there when the page or step appears. */
export const Notice = ({ kind = 'info', isAnnounced = false, children }: Props) => {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isAnnounced) place.current?.focus();
  }, [isAnnounced]);
  return (
    <div class={`notice ${kind}`} ref={place} {...(isAnnounced && { tabIndex: -1 })}>
      {children}
    </div>
  );
};
