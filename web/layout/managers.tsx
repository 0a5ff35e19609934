import type { ComponentChildren } from 'preact';
import { useAccount } from '../api/account.ts';
import { Notice } from '../components/notice.tsx';
import { texts } from '../texts/index.ts';
import { userTexts } from '../texts/users.ts';
import { useMustEnable } from '../two-factor/policy-notice.tsx';
import { Page } from './page.tsx';

/** For people who may manage users, and have done what their organization requires; others see why they cannot. The API makes its own decision. */
export const Managers = ({ children }: { children: ComponentChildren }) => {
  const { account } = useAccount();
  const mustEnable = useMustEnable();
  if (account.permissions.includes('users:manage') && !mustEnable) return <>{children}</>;
  return (
    <Page title={userTexts.users.title}>
      {mustEnable ? (
        <Notice kind="warning">
          <a href="/account">{texts.errors.two_factor_required}</a>
        </Notice>
      ) : (
        <Notice kind="warning">{texts.errors.permission_required}</Notice>
      )}
    </Page>
  );
};
