import { createContext } from 'preact';
import { useCallback, useContext, useEffect, useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import { getAccount } from '../../shared/contract/operations/account.ts';
import type { Account as AccountSchema } from '../../shared/contract/schemas.ts';
import { call } from './call.ts';
import { type Loaded, useLoaded } from './use-loaded.ts';

export type Account = z.infer<typeof AccountSchema>;
type Known = {
  account: Account;
  change(changed: Partial<Account>): void;
  /** Asks again: something was done to the account elsewhere. */
  refresh(): Promise<void>;
};

export const AccountContext = createContext<Known | null>(null);

/**
 * The signed-in user is requested once, not on each page, and again when the person comes back to the page: in another
 * tab or on another device, the session may have ended, another account may have signed in, or 2FA may have been turned
 * on or off.
 */
export const useKnownAccount = (): { loaded: Loaded<Account>; known: Known | undefined } => {
  const loaded = useLoaded('account', () => call(getAccount, {}));
  const [changed, setChanged] = useState<Account>();
  const account = changed ?? (loaded.state === 'done' ? loaded.value : undefined);

  const refresh = useCallback(async (): Promise<void> => {
    const now = await call(getAccount, {}).catch(() => undefined);
    // What is on the screen belongs to another person: start over.
    if (now && account && now.id !== account.id) return location.assign('/account');
    if (now) setChanged(now);
  }, [account]);
  useEffect(() => {
    const lookAgain = (): void => {
      if (document.visibilityState === 'visible' && account) void refresh();
    };
    document.addEventListener('visibilitychange', lookAgain);
    return () => document.removeEventListener('visibilitychange', lookAgain);
  }, [account, refresh]);

  const known = account && {
    account,
    change: (part: Partial<Account>) => setChanged({ ...account, ...part }),
    refresh,
  };
  return { loaded, known };
};

/** The signed-in account. Use it only on pages for signed-in people. */
export const useAccount = (): Known => {
  const known = useContext(AccountContext);
  if (!known) throw new Error('useAccount is for pages of signed-in people');
  return known;
};

/**
 * Who is signed in to this browser, for the pages of people who are signed out: another tab may have signed in, and
 * only the cookie knows. Null if no one is, or if that cannot be found out.
 */
export const findSession = (): Promise<Account | null> => call(getAccount, {}).catch(() => null);

/** Longer than the answer takes; a service that does not answer must not keep anyone from the form. */
const LONGEST_WAIT_MS = 2_000;
const patience = () => new Promise<null>((resolve) => setTimeout(() => resolve(null), LONGEST_WAIT_MS));

/** The same for a page: undefined until that is known. */
export const useSignedIn = (): Account | null | undefined => {
  const [found, setFound] = useState<Account | null>();
  useEffect(() => {
    let isCurrent = true;
    void Promise.race([findSession(), patience()]).then((account) => isCurrent && setFound(account));
    return () => {
      isCurrent = false;
    };
  }, []);
  return found;
};
