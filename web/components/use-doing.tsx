import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type ApiError, asApiError } from '../api/api-error.ts';
import { sentenceOf, wayOutOf } from '../api/sentences.ts';
import { texts } from '../texts/index.ts';
import { type Failure, Outcome } from './outcome.tsx';

/** What takes no longer needs no word. */
const SOON_MS = 300;
/** A dialog that asks for the password says itself what it waits for. */
const asksSomething = (): boolean => document.querySelector('dialog[open]') !== null;

/** Whether work takes so long that people should hear that it goes on. */
const useIsSlow = (isBusy: boolean): boolean => {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    if (!isBusy) return setSlow(false);
    const watching = setInterval(() => setSlow(!asksSomething()), SOON_MS);
    return () => clearInterval(watching);
  }, [isBusy]);
  return isSlow;
};

export type Doing = {
  /** The message about the action, shown where people look: done or not done. */
  told: VNode;
  /** For what surrounds the buttons: while one thing is done, none of them does another. */
  isBusy: boolean;
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
  const [isBusy, setBusy] = useState(false);
  const isSlow = useIsSlow(isBusy);
  const place = useRef<HTMLDivElement>(null);
  // What was pressed may be gone with what it was about: then the reader goes on at what was done.
  useEffect(() => {
    if ((said || failure) && document.activeElement === document.body) place.current?.focus();
  }, [said, failure]);
  const doing: Doing['doing'] = async (work) => {
    if (pending.current) return;
    pending.current = true;
    setBusy(true);
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
      setBusy(false);
    }
  };
  const told = (
    <div ref={place} tabIndex={-1}>
      <Outcome said={isSlow ? texts.general.working : said} failure={failure} isWorking={isSlow} />
    </div>
  );
  return { told, isBusy, doing, fail: (text) => setFailure({ text }) };
};
