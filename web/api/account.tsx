import { type ComponentChildren, createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import { getAccount } from '../../shared/contract/operations/account.ts';
import type { Account as AccountSchema } from '../../shared/contract/schemas.ts';
import { Pending } from '../layout/pending.tsx';
import { call } from './call.ts';
import { useLoaded } from './use-loaded.ts';

export type Account = z.infer<typeof AccountSchema>;
type Known = { account: Account; change(changed: Partial<Account>): void };

const Context = createContext<Known | null>(null);

/** Who is signed in: asked once when the first page that needs it opens, not at each page. */
export const WithAccount = ({ children }: { children: ComponentChildren }) => {
  const loaded = useLoaded('account', () => call(getAccount, {}));
  const [changes, setChanges] = useState<Partial<Account>>({});
  return (
    <Pending loaded={loaded}>
      {(value) => (
        <Context.Provider
          value={{
            account: { ...value, ...changes },
            change: (changed) => setChanges((before) => ({ ...before, ...changed })),
          }}
        >
          {children}
        </Context.Provider>
      )}
    </Pending>
  );
};

/** The signed-in account. Only below `WithAccount`. */
export const useAccount = (): Known => {
  const known = useContext(Context);
  if (!known) throw new Error('useAccount is for pages of signed-in people');
  return known;
};
