import type { ComponentChildren } from 'preact';
import { useLocation } from 'preact-iso/router';
import { signOut } from '../../shared/contract/operations/sign-in.ts';
import { useAccount, WithAccount } from '../api/account.tsx';
import { call } from '../api/call.ts';
import { texts } from '../texts.ts';
import { Brand } from './brand.tsx';

const Navigation = () => {
  const { account } = useAccount();
  const { path, route } = useLocation();
  const current = (isHere: boolean) => (isHere ? { 'aria-current': 'page' as const } : {});
  const leave = async (): Promise<void> => {
    // Whatever the answer, the person wants to be out: a session that is over already is none.
    await call(signOut, {}).catch(() => undefined);
    route('/sign-in?because=signed-out');
  };
  return (
    <nav aria-label={texts.general.navigation}>
      <ul>
        <li>
          <a href="/account" {...current(path.startsWith('/account'))}>
            {texts.nav.account}
          </a>
        </li>
        {account.permissions.includes('users:manage') && (
          <li>
            <a href="/users" {...current(path.startsWith('/users'))}>
              {texts.nav.users}
            </a>
          </li>
        )}
      </ul>
      <button type="button" class="plain" onClick={leave}>
        {texts.nav.signOut}
      </button>
    </nav>
  );
};

/** What stands around the pages of signed-in people. */
export const Shell = ({ children }: { children: ComponentChildren }) => (
  <WithAccount>
    <a class="skip" href="#content">
      {texts.general.skip}
    </a>
    <header class="bar">
      <Brand />
      <Navigation />
    </header>
    {children}
  </WithAccount>
);
