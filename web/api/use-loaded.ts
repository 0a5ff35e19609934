import { useEffect, useState } from 'preact/hooks';
import { type ApiError, asApiError } from './api-error.ts';

export type Loaded<Value> =
  | { state: 'loading' }
  | { state: 'failed'; error: ApiError; again(): void }
  | { state: 'done'; value: Value };

/** Loads when `key` changes; an answer that arrives after the next request is dropped. */
export const useLoaded = <Value>(key: string, load: () => Promise<Value>): Loaded<Value> => {
  const [attempt, setAttempt] = useState(0);
  const [loaded, setLoaded] = useState<Loaded<Value>>({ state: 'loading' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for what `load` requests
  useEffect(() => {
    let isCurrent = true;
    setLoaded({ state: 'loading' });
    load().then(
      (value) => isCurrent && setLoaded({ state: 'done', value }),
      (error: unknown) =>
        isCurrent &&
        setLoaded({ state: 'failed', error: asApiError(error), again: () => setAttempt((count) => count + 1) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [key, attempt]);
  return loaded;
};
