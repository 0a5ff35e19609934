import { useId, useState } from 'preact/hooks';
import * as z from 'zod/mini';
import type { Fault } from '../../shared/domain/errors.ts';
import { faultOfIssue } from '../../shared/domain/fields.ts';
import { type ApiError, asApiError } from '../api/api-error.ts';
import { sentenceOf, wayOutOf } from '../api/sentences.ts';
import { speaksEnglish, translatedFault } from '../texts/in-language.ts';
import { texts } from '../texts/index.ts';

/** A sentence about a field or about the whole form; `href`: where to do what it says. */
export type FieldError = { field?: string; text: string; href?: string };

type Options<Values> = {
  /** The rules of the fields: those of the API, so that both always agree. */
  schema: z.core.$ZodType<unknown, Values>;
  act(values: Values): Promise<void>;
  /** What an error means for this form; if undefined, the usual sentence appears above the form. */
  explain?(error: ApiError): FieldError[] | undefined;
};

export type Form = {
  /** Applies to this form alone, even if another one is next to it. */
  id: string;
  isPending: boolean;
  errors: FieldError[];
  /** Grows with each failure, so that the summary takes the focus again. */
  failures: number;
  errorOf(field: string): string | undefined;
  submit(event: SubmitEvent): Promise<void>;
};

const invalidText = (field: string): string =>
  field in texts.fields ? texts.fields[field as keyof typeof texts.fields].invalid : texts.errors.request_invalid;

/** In the language of the page: by the fault's code, or else in the API's words if they are in that language. */
const faultText = (field: string, fault: Fault): string =>
  translatedFault(fault) ?? (speaksEnglish() ? fault.detail : invalidText(field));

/** One sentence for each field: the rule's own if there is one, because invisible characters have to be named. */
const fieldErrorsOf = (issues: z.core.$ZodIssue[]): FieldError[] => {
  const sentences = new Map<string, string>();
  for (const issue of issues) {
    const field = String(issue.path[0] ?? '');
    if (!sentences.has(field)) {
      sentences.set(field, issue.code === 'custom' ? faultText(field, faultOfIssue(issue)) : invalidText(field));
    }
  }
  return [...sentences].map(([field, text]) => ({ field, text }));
};

const isWrong = ({ code }: ApiError): boolean => code === 'credentials_invalid' || code === 'code_invalid';

/** The id of a field's element. */
export const idOf = ({ id }: { id: string }, field: string): string => `${id}-${field}`;

const usual = (error: ApiError): FieldError[] => {
  const faults = Object.entries(error.faults).map(([field, fault]) => ({ field, text: faultText(field, fault) }));
  if (faults.length > 0) return faults;
  const href = wayOutOf(error);
  return [{ text: sentenceOf(error), ...(href !== undefined && { href }) }];
};

/** Reads the fields by their names, checks them with the API's own rules, acts, and shows what went wrong. */
export const useForm = <Values>({ schema, act, explain }: Options<Values>): Form => {
  const id = useId();
  const [isPending, setPending] = useState(false);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [failures, setFailures] = useState(0);

  const fail = (found: FieldError[]): void => {
    setErrors(found);
    setFailures((count) => count + 1);
  };

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (isPending) return;
    const form = event.currentTarget as HTMLFormElement;
    const values = Object.fromEntries(new FormData(form)) as Values;
    const checked = z.safeParse(schema, values);
    if (!checked.success) return fail(fieldErrorsOf(checked.error.issues));
    setPending(true);
    try {
      await act(values);
      setErrors([]);
    } catch (thrown) {
      const error = asApiError(thrown);
      // Clears wrong values, which are of no more use, but keeps those that could not be checked.
      if (isWrong(error)) {
        for (const field of form.querySelectorAll<HTMLInputElement>('[data-clear-on-failure]')) field.value = '';
      }
      fail(explain?.(error) ?? usual(error));
    } finally {
      setPending(false);
    }
  };

  const errorOf = (field: string): string | undefined => errors.find((error) => error.field === field)?.text;
  return { id, isPending, errors, failures, errorOf, submit };
};
