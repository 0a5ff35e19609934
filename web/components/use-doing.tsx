import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { sentenceOf, wayOutOf } from '../api/sentences.ts';
import { asTrouble, type Trouble } from '../api/trouble.ts';
import { Sentence } from './sentence.tsx';

export type Doing = {
  /** What was said of it, for the place where people look: done or not. */
  told: VNode;
  /** Does one thing at a time; what it returns is said when it is done, a trouble when it is not. */
  doing(work: () => Promise<string | undefined>): Promise<void>;
};

/** For sections with buttons that do things. */
export const useDoing = (): Doing => {
  const [said, setSaid] = useState('');
  const [fault, setFault] = useState<Trouble | null>(null);
  const pending = useRef(false);
  const doing: Doing['doing'] = async (work) => {
    if (pending.current) return;
    pending.current = true;
    setFault(null);
    setSaid('');
    try {
      setSaid((await work()) ?? '');
    } catch (error) {
      setFault(asTrouble(error));
    } finally {
      pending.current = false;
    }
  };
  const told = (
    <>
      <p role="status" class={said ? 'notice success' : ''}>
        {said}
      </p>
      {fault && (
        <p role="alert" class="notice failure">
          <Sentence text={sentenceOf(fault)} href={wayOutOf(fault)} />
        </p>
      )}
    </>
  );
  return { told, doing };
};
