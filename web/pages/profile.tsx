import { useAccount } from '../api/account.ts';
import { Facts } from '../components/facts.tsx';
import { LastSignIn } from '../history/last-sign-in.tsx';
import { AccountPlace } from '../layout/account-place.tsx';
import { EmailSection } from '../preferences/email-section.tsx';
import { NameSection } from '../preferences/name-section.tsx';
import { PersonalDataSection } from '../preferences/personal-data-section.tsx';
import { PreferencesSection } from '../preferences/preferences-section.tsx';
import { accountTexts } from '../texts/account.ts';

const { account: words, places } = accountTexts;

const ProfilePage = () => {
  const { account } = useAccount();
  return (
    <AccountPlace place="profile">
      <section aria-label={places.profile}>
        <Facts
          facts={[
            [words.email, <span class="wrap">{account.email}</span>],
            [words.organization, <span class="wrap">{account.organization.name}</span>],
            [words.lastSignIn, <LastSignIn lastSignIn={account.lastSignIn} />],
          ]}
        />
      </section>
      <NameSection />
      <EmailSection />
      <PreferencesSection />
      <PersonalDataSection />
    </AccountPlace>
  );
};
export default ProfilePage;
