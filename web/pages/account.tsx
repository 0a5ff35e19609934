import { listEvents, listSignIns } from '../../shared/contract/operations/account.ts';
import { useAccount } from '../api/account.ts';
import { call } from '../api/call.ts';
import { Facts } from '../components/facts.tsx';
import { EventHistory } from '../history/event-history.tsx';
import { LastSignIn } from '../history/last-sign-in.tsx';
import { SignInHistory } from '../history/sign-in-history.tsx';
import { Page } from '../layout/page.tsx';
import { PasswordSection } from '../password/password-section.tsx';
import { PreferencesSection } from '../preferences/preferences-section.tsx';
import { SessionsSection } from '../sessions/sessions-section.tsx';
import { texts } from '../texts/index.ts';
import { PolicyNotice, useMustEnable } from '../two-factor/policy-notice.tsx';
import { TwoFactorSection } from '../two-factor/two-factor-section.tsx';

const { account: words } = texts;

const Profile = () => {
  const { account } = useAccount();
  return (
    <section aria-labelledby="profile">
      <h2 id="profile">{words.profile}</h2>
      <Facts
        facts={[
          [words.name, account.name],
          [words.email, <span class="wrap">{account.email}</span>],
          [words.organization, account.organization.name],
          [words.lastSignIn, <LastSignIn lastSignIn={account.lastSignIn} />],
        ]}
      />
    </section>
  );
};

const AccountPage = () => {
  const mustEnable = useMustEnable();
  return (
    <Page title={words.title}>
      <PolicyNotice />
      <TwoFactorSection />
      <Profile />
      <PreferencesSection />
      {!mustEnable && (
        <>
          <PasswordSection />
          <SessionsSection />
          <SignInHistory of="me" load={(cursor) => call(listSignIns, { limit: '10', ...(cursor && { cursor }) })} />
          <EventHistory of="me" load={(cursor) => call(listEvents, { limit: '10', ...(cursor && { cursor }) })} />
        </>
      )}
    </Page>
  );
};
export default AccountPage;
