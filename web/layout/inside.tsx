import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { updateAccount } from '../../shared/contract/operations/account.ts';
import { signOut } from '../../shared/contract/operations/sign-in.ts';
import type { Language } from '../../shared/domain/languages.ts';
import { AccountContext, useKnownAccount } from '../api/account.ts';
import { asApiError } from '../api/api-error.ts';
import { call } from '../api/call.ts';
import { useBrandName, useBrandOf } from '../brand/known-brand.ts';
import { type Failure, Outcome } from '../components/outcome.tsx';
import { Pending } from '../components/pending.tsx';
import { rememberEmail } from '../forms/known-email.ts';
import { followAccount } from '../language.ts';
import { texts } from '../texts/index.ts';
import { Frame } from './frame.tsx';
import { Page } from './page.tsx';

const Navigation = ({ mayManage }: { mayManage: boolean }) => {
  const { path, route } = useLocation();
  const [failure, setFailure] = useState<Failure>();
  const current = (isHere: boolean) => (isHere ? { 'aria-current': 'page' as const } : {});
  const [isBusy, setBusy] = useState(false);
  const leave = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    setFailure(undefined);
    try {
      await call(signOut, {});
    } catch (error) {
      // If the session has already ended, the person is signed out. On any other failure, the page must not claim that they
      // are.
      if (asApiError(error).code !== 'session_required') return setFailure({ text: texts.nav.stillSignedIn });
    } finally {
      setBusy(false);
    }
    rememberEmail('');
    route('/sign-in?because=signed-out');
  };
  return (
    <>
      <nav aria-label={texts.general.navigation}>
        <ul>
          <li>
            <a href="/account" {...current(path.startsWith('/account'))}>
              {texts.nav.account}
            </a>
          </li>
          {mayManage && (
            <li>
              <a href="/users" {...current(path.startsWith('/users'))}>
                {texts.nav.users}
              </a>
            </li>
          )}
        </ul>
        <button type="button" class="plain" aria-busy={isBusy} onClick={leave}>
          {texts.nav.signOut}
        </button>
      </nav>
      <Outcome failure={failure} />
    </>
  );
};

/** What surrounds the pages for signed-in people, and stays while they go from one to the next. */
export const Inside = ({ children }: { children: ComponentChildren }) => {
  const { loaded, known } = useKnownAccount();
  const whose = useBrandName();
  useBrandOf(known?.account.organization.id);
  const { language, timeZone } = known?.account ?? {};
  // Before anything is shown in it: children are rendered after this.
  if (known) followAccount({ ...(language && { language }), ...(timeZone && { timeZone }) });
  if (!known) {
    return (
      <Frame>
        <Page title={whose}>
          <Pending loaded={loaded}>{() => null}</Pending>
        </Page>
      </Frame>
    );
  }
  const keepLanguage = (language: Language) => call(updateAccount, { language });
  const mayManage = known.account.permissions.includes('users:manage');
  return (
    <AccountContext.Provider value={known}>
      <Frame beside={<Navigation mayManage={mayManage} />} onLanguage={keepLanguage}>
        {children}
      </Frame>
    </AccountContext.Provider>
  );
};
