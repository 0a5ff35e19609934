import { useAccount } from '../api/account.ts';
import { untilServerTime } from '../api/server-clock.ts';
import { Moment } from '../components/moment.tsx';
import { Notice } from '../components/notice.tsx';
import { userTexts } from '../texts/users.ts';

const { policy: words } = userTexts;

/** Whether all that a person can do is turn on 2FA, as far as the page can know. */
export const useMustEnable = (): boolean => {
  const { account } = useAccount();
  const { requiredFrom } = account.organization.twoFactorPolicy ?? {};
  return account.twoFactor.status === 'disabled' && requiredFrom !== undefined && untilServerTime(requiredFrom) <= 0;
};

/** What the organization requires of people who have 2FA off. */
export const PolicyNotice = () => {
  const { account } = useAccount();
  const mustEnable = useMustEnable();
  const { name, twoFactorPolicy: policy } = account.organization;
  if (!policy || account.twoFactor.status === 'enabled') return null;
  if (policy.mode === 'encouraged') return <Notice>{words.encourages(name)}</Notice>;
  const { requiredFrom } = policy;
  if (requiredFrom === undefined) return null;
  return mustEnable ? (
    <Notice kind="warning">{words.requires(name)}</Notice>
  ) : (
    <Notice kind="warning">
      {words.willRequire(name)} <Moment at={requiredFrom} />.
    </Notice>
  );
};
