import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Sentence } from '../components/sentence.tsx';
import { useErrorInTitle } from '../layout/page.tsx';
import { texts } from '../texts/index.ts';
import { type Form as FormState, idOf } from './use-form.ts';

/** Lists the errors, with a link to each field; takes the focus when there are any. */
const ErrorSummary = ({ form }: { form: FormState }) => {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (form.failures > 0) summary.current?.focus();
  }, [form.failures]);
  if (form.errors.length === 0) return null;
  /** Does not change the address: it may contain something needed, and going back should leave the page. */
  const goTo = (event: Event, field: string): void => {
    event.preventDefault();
    document.getElementById(idOf(form, field))?.focus();
  };
  return (
    <div class="notice failure" ref={summary} tabIndex={-1} role="alert">
      <h2>{texts.general.problem}</h2>
      <ul>
        {form.errors.map(({ field, text, href }) => (
          <li key={field ?? ''}>
            {field ? (
              <a href={`#${idOf(form, field)}`} onClick={(event) => goTo(event, field)}>
                {text}
              </a>
            ) : (
              <Sentence text={text} href={href} />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
};

type Props = {
  form: FormState;
  submit: string;
  children?: ComponentChildren;
  /** What the button does takes something away. */
  isDangerous?: boolean;
  /** Shown next to the button. */
  beside?: ComponentChildren;
};

/**
 * A form that shows its errors above and next to the fields. Its button is disabled only while a request is in
 * progress.
 */
export const Form = ({ form, submit, isDangerous = false, children, beside }: Props) => {
  useErrorInTitle(form.errors.length > 0);
  return (
    <form noValidate onSubmit={form.submit}>
      <ErrorSummary form={form} />
      {children}
      <div class="actions">
        <button
          type="submit"
          {...(isDangerous && { class: 'danger' })}
          aria-disabled={form.isPending}
          aria-busy={form.isPending}
        >
          {submit}
        </button>
        {beside}
      </div>
    </form>
  );
};
