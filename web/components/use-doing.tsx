import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { type ApiError, asApiError } from '../api/api-error.ts';
import { sentenceOf, wayOutOf } from '../api/sentences.ts';
import { type Failure, Outcome } from './outcome.tsx';

export type Doing = {
  /** The message about the action, shown where people look: done or not done. */
  told: VNode;
  /** Does one thing at a time, then shows what it returned or why it failed. */
  doing(work: () => Promise<string | undefined>): Promise<void>;
  /** Shows in the same place what went wrong with something other than `doing`. */
  fail(text: string): void;
};

type Options = {
  /** Called before an error is shown: what the error means for the section. */
  onError?(error: ApiError): Promise<void>;
};

/** For sections with buttons that perform actions. */
export const useDoing = ({ onError }: Options = {}): Doing => {
  const [said, setSaid] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const pending = useRef(false);
  const doing: Doing['doing'] = async (work) => {
    if (pending.current) return;
    pending.current = true;
    setFailure(undefined);
    setSaid('');
    try {
      setSaid((await work()) ?? '');
    } catch (thrown) {
      const error = asApiError(thrown);
      await onError?.(error);
      setFailure({ text: sentenceOf(error), href: wayOutOf(error) });
    } finally {
      pending.current = false;
    }
  };
  return { told: <Outcome said={said} failure={failure} />, doing, fail: (text) => setFailure({ text }) };
};
