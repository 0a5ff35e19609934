import type { Account } from '../api/account.ts';
import { Moment } from '../components/moment.tsx';
import { texts } from '../texts/index.ts';
import { userTexts } from '../texts/users.ts';

/** When the last sign-in was, and whether it took the second factor. */
export const LastSignIn = ({ lastSignIn }: Pick<Account, 'lastSignIn'>) => {
  if (!lastSignIn) return <>{texts.general.never}</>;
  const { at, twoFactorVerified } = lastSignIn;
  return (
    <>
      <Moment at={at} />
      <br />
      <span class={twoFactorVerified ? 'mark on' : 'mark off'}>
        {twoFactorVerified ? userTexts.users.required : userTexts.users.notRequired}
      </span>
    </>
  );
};
