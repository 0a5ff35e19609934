import { useEffect, useState } from 'preact/hooks';
import type { Account } from '../api/account.ts';
import { findSession } from '../api/find-session.ts';

/** Longer than the answer takes; a service that does not answer must not keep anybody from the form. */
const LONGEST_WAIT_MS = 2_000;
const patience = () => new Promise<undefined>((resolve) => setTimeout(resolve, LONGEST_WAIT_MS));

/** Who is signed in already: `loading` until that is known, undefined for nobody. */
export const useSignedIn = (): Account | undefined | 'loading' => {
  const [found, setFound] = useState<Account | undefined | 'loading'>('loading');
  useEffect(() => {
    let isCurrent = true;
    void Promise.race([findSession(), patience()]).then((account) => isCurrent && setFound(account));
    return () => {
      isCurrent = false;
    };
  }, []);
  return found;
};
