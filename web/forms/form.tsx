import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { texts } from '../texts.ts';
import type { Form as FormState } from './use-form.ts';

/** Where the faults are, with a link to each field; takes the focus when there are any. */
const FaultSummary = ({ faults, failures }: Pick<FormState, 'faults' | 'failures'>) => {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => summary.current?.focus(), [failures]);
  if (faults.length === 0) return null;
  return (
    <div class="notice failure" ref={summary} tabIndex={-1} role="alert">
      <h2>{texts.general.problem}</h2>
      <ul>
        {faults.map(({ field, text }) => (
          <li key={field ?? ''}>{field ? <a href={`#${field}`}>{text}</a> : text}</li>
        ))}
      </ul>
    </div>
  );
};

type Props = {
  form: FormState;
  submit: string;
  children?: ComponentChildren;
  /** Beside the button. */
  beside?: ComponentChildren;
};

/** A form that tells its faults above and beside the fields. Its button is off only while something is under way. */
export const Form = ({ form, submit, children, beside }: Props) => (
  <form noValidate onSubmit={form.submit}>
    <FaultSummary faults={form.faults} failures={form.failures} />
    {children}
    <div class="actions">
      <button type="submit" disabled={form.isPending} aria-busy={form.isPending}>
        {submit}
      </button>
      {beside}
    </div>
  </form>
);
