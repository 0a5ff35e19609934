import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

type Props = { title: string; onCancel(): void; children: ComponentChildren };

/** A modal dialog: the browser keeps the focus inside, closes it on Escape, and gives the focus back. */
export const Dialog = ({ title, onCancel, children }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => before instanceof HTMLElement && before.focus();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby="dialog-title"
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
    >
      <article>
        <h2 id="dialog-title">{title}</h2>
        {children}
      </article>
    </dialog>
  );
};
