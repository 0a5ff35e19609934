import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { type ApiError, asApiError } from '../api/api-error.ts';
import { sentenceOf, wayOutOf } from '../api/sentences.ts';
import { Sentence } from './sentence.tsx';

export type Doing = {
  /** What was said of it, for the place where people look: done or not. */
  told: VNode;
  /** Does one thing at a time; what it returns is said when it is done, and its error when it fails. */
  doing(work: () => Promise<string | undefined>): Promise<void>;
};

/** For sections with buttons that do things. */
export const useDoing = (): Doing => {
  const [said, setSaid] = useState('');
  const [error, setError] = useState<ApiError | null>(null);
  const pending = useRef(false);
  const doing: Doing['doing'] = async (work) => {
    if (pending.current) return;
    pending.current = true;
    setError(null);
    setSaid('');
    try {
      setSaid((await work()) ?? '');
    } catch (error) {
      setError(asApiError(error));
    } finally {
      pending.current = false;
    }
  };
  const told = (
    <>
      <p role="status" class={said ? 'notice success' : ''}>
        {said}
      </p>
      {error && (
        <p role="alert" class="notice failure">
          <Sentence text={sentenceOf(error)} href={wayOutOf(error)} />
        </p>
      )}
    </>
  );
  return { told, doing };
};
