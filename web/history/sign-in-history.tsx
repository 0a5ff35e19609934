import type * as z from 'zod/mini';
import type { SignIn, SignInPage } from '../../shared/contract/schemas.ts';
import { Moment } from '../components/moment.tsx';
import { historyTexts } from '../texts/history.ts';
import { Address, Device } from './from.tsx';
import { History } from './history.tsx';

const { signIns: words } = historyTexts;

/** Whether a second factor verified a sign-in. */
export const Verified = ({ is }: { is: boolean }) => (
  <span class={is ? 'mark on' : 'mark off'}>{is ? words.verified : words.notVerified}</span>
);

const columns = [words.when, words.how, words.twoFactor, words.from, words.device];
const rowOf = ({ at, method, twoFactorVerified, ip, userAgent, place }: z.infer<typeof SignIn>) => ({
  key: at,
  cells: [
    <Moment at={at} />,
    historyTexts.methods[method],
    <Verified is={twoFactorVerified} />,
    <Address ip={ip} place={place} />,
    <Device userAgent={userAgent} />,
  ],
});

type Props = { of: string; load(cursor?: string): Promise<z.infer<typeof SignInPage>> };

/** Sign-ins, newest first, marked if a second factor verified them. */
export const SignInHistory = ({ of, load }: Props) => (
  <History
    of={of}
    id="sign-ins"
    words={words}
    columns={columns}
    rowOf={rowOf}
    load={async (cursor) => {
      const { signIns, nextCursor } = await load(cursor);
      return { entries: signIns, nextCursor };
    }}
  />
);
