import { useId, useState } from 'preact/hooks';
import * as z from 'zod/mini';
import { sentenceOf, wayOutOf } from '../api/sentences.ts';
import { asTrouble, type Trouble } from '../api/trouble.ts';
import { texts } from '../texts.ts';

/** A sentence about a field, or about the whole form; `href`: where to do what it says. */
export type Fault = { field?: string; text: string; href?: string };

type Options<Values> = {
  /** The rules of the fields: those of the API, so that both always agree. */
  schema: z.core.$ZodType<unknown, Values>;
  act(values: Values): Promise<void>;
  /** What a trouble means for this form; where it says nothing, the usual sentence stands above the form. */
  explain?(trouble: Trouble): Fault[] | undefined;
};

export type Form = {
  /** Of this form alone, also where another stands beside it. */
  id: string;
  isPending: boolean;
  faults: Fault[];
  /** Grows with each failure, so that the summary takes the focus again. */
  failures: number;
  faultOf(field: string): string | undefined;
  submit(event: SubmitEvent): Promise<void>;
};

const invalidText = (field: string): string =>
  field in texts.fields ? texts.fields[field as keyof typeof texts.fields].invalid : texts.troubles.request_invalid;

/** One sentence for each field: the rule's own where it has one, since a mark that nobody sees has to be named. */
const faultsOf = (issues: z.core.$ZodIssue[]): Fault[] => {
  const sentences = new Map<string, string>();
  for (const { code, path, message } of issues) {
    const field = String(path[0] ?? '');
    if (!sentences.has(field)) sentences.set(field, code === 'custom' ? message : invalidText(field));
  }
  return [...sentences].map(([field, text]) => ({ field, text }));
};

const isWrong = ({ code }: Trouble): boolean => code === 'credentials_invalid' || code === 'code_invalid';

/** The id of a field's element. */
export const idOf = ({ id }: { id: string }, field: string): string => `${id}-${field}`;

const usual = (trouble: Trouble): Fault[] => {
  const details = Object.entries(trouble.details).map(([field, text]) => ({ field, text }));
  if (details.length > 0) return details;
  const href = wayOutOf(trouble);
  return [{ text: sentenceOf(trouble), ...(href !== undefined && { href }) }];
};

/** Reads the fields by their names, checks them with the API's own rules, acts, and tells what went wrong. */
export const useForm = <Values>({ schema, act, explain }: Options<Values>): Form => {
  const id = useId();
  const [isPending, setPending] = useState(false);
  const [faults, setFaults] = useState<Fault[]>([]);
  const [failures, setFailures] = useState(0);

  const fail = (found: Fault[]): void => {
    setFaults(found);
    setFailures((count) => count + 1);
  };

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (isPending) return;
    const form = event.currentTarget as HTMLFormElement;
    const values = Object.fromEntries(new FormData(form)) as Values;
    const checked = z.safeParse(schema, values);
    if (!checked.success) return fail(faultsOf(checked.error.issues));
    setPending(true);
    try {
      await act(values);
      setFaults([]);
    } catch (error) {
      const trouble = asTrouble(error);
      // What was wrong is of no use any more; what could not be looked at is kept.
      if (isWrong(trouble)) {
        for (const field of form.querySelectorAll<HTMLInputElement>('[data-clear-on-failure]')) field.value = '';
      }
      fail(explain?.(trouble) ?? usual(trouble));
    } finally {
      setPending(false);
    }
  };

  const faultOf = (field: string): string | undefined => faults.find((fault) => fault.field === field)?.text;
  return { id, isPending, faults, failures, faultOf, submit };
};
