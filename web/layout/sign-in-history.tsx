import { useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import type { SignIn, SignInPage } from '../../shared/contract/schemas.ts';
import { asTrouble } from '../api/trouble.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { sentenceOf } from '../forms/sentences.ts';
import { texts } from '../texts.ts';
import { deviceOf } from './device.ts';
import { Moment } from './moment.tsx';
import { Pending } from './pending.tsx';
import { Table } from './table.tsx';

type SignInView = z.infer<typeof SignIn>;
type PageOfSignIns = z.infer<typeof SignInPage>;
type Load = (cursor?: string) => Promise<PageOfSignIns>;
const { signIns: words } = texts;

const columns = [words.when, words.how, words.twoFactor, words.from, words.device];
const rowOf = ({ at, method, twoFactorVerified, ip, userAgent }: SignInView) => ({
  key: at,
  cells: [
    <Moment at={at} />,
    texts.methods[method],
    <span class={twoFactorVerified ? 'mark on' : 'mark off'}>
      {twoFactorVerified ? words.verified : words.notVerified}
    </span>,
    ip,
    <span class="agent" title={userAgent}>
      {deviceOf(userAgent)}
    </span>,
  ],
});

const History = ({ first, load }: { first: PageOfSignIns; load: Load }) => {
  const [{ signIns, nextCursor }, setPage] = useState(first);
  const [fault, setFault] = useState('');
  const [focusOn, setFocusOn] = useState<number>();
  const more = () =>
    load(nextCursor).then(
      (next) => {
        setFault('');
        setFocusOn(signIns.length);
        setPage({ ...next, signIns: [...signIns, ...next.signIns] });
      },
      (error: unknown) => setFault(sentenceOf(asTrouble(error))),
    );
  if (signIns.length === 0) return <p>{words.none}</p>;
  return (
    <>
      <Table label={words.title} columns={columns} rows={signIns.map(rowOf)} focusOn={focusOn} />
      {fault && (
        <p role="alert" class="notice failure">
          {fault}
        </p>
      )}
      {nextCursor && (
        <button type="button" class="secondary" onClick={more}>
          {texts.general.more}
        </button>
      )}
    </>
  );
};

/** Sign-ins, newest first, with a mark where a second factor verified them. */
export const SignInHistory = ({ of, load }: { of: string; load: Load }) => {
  const loaded = useLoaded(of, () => load());
  return (
    <section aria-labelledby="sign-ins">
      <h2 id="sign-ins">{words.title}</h2>
      <Pending loaded={loaded}>{(first) => <History first={first} load={load} />}</Pending>
    </section>
  );
};
