import { AccountPlace } from '../layout/account-place.tsx';
import { PasswordSection } from '../password/password-section.tsx';
import { useMustEnable } from '../two-factor/policy-notice.tsx';
import { TwoFactorSection } from '../two-factor/two-factor-section.tsx';

const SecurityPage = () => {
  const mustEnable = useMustEnable();
  return (
    <AccountPlace place="security">
      <TwoFactorSection />
      {!mustEnable && <PasswordSection />}
    </AccountPlace>
  );
};
export default SecurityPage;
