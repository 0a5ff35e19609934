import type { ComponentChildren } from 'preact';
import { useAccount } from '../api/account.ts';
import { Notice } from '../components/notice.tsx';
import { texts } from '../texts/index.ts';
import { userTexts } from '../texts/users.ts';
import { Page } from './page.tsx';

/** For people who may manage users; others see why they cannot. The API makes its own decision. */
export const Managers = ({ children }: { children: ComponentChildren }) => {
  const { account } = useAccount();
  if (account.permissions.includes('users:manage')) return <>{children}</>;
  return (
    <Page title={userTexts.users.title}>
      <Notice kind="warning">{texts.errors.permission_required}</Notice>
    </Page>
  );
};
