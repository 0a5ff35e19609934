import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import * as z from 'zod/mini';
import { signIn } from '../../shared/contract/operations/sign-in.ts';
import { Email, Password } from '../../shared/domain/fields.ts';
import { type Account, useSignedIn } from '../api/account.ts';
import { call } from '../api/call.ts';
import { brandOf } from '../brand/known-brand.ts';
import { keepChallengeState } from '../challenge/challenge-state.ts';
import { Notice } from '../components/notice.tsx';
import { Loading } from '../components/pending.tsx';
import { destinationOf } from '../destination.ts';
import { EmailField, PasswordField } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { knownEmail, rememberEmail } from '../forms/known-email.ts';
import { idOf, useForm } from '../forms/use-form.ts';
import { Frame } from '../layout/frame.tsx';
import { Page } from '../layout/page.tsx';
import { SignedInAs } from '../layout/signed-in-as.tsx';
import { sendsMail } from '../product.ts';
import { texts } from '../texts/index.ts';
import { AccountPage } from './lazy.ts';

const Fields = z.object({ email: Email, password: Password });

const Because = () => {
  const { query } = useLocation();
  const because = texts.signIn.because[query.because as keyof typeof texts.signIn.because];
  return because ? <Notice>{because}</Notice> : null;
};

const SignInForm = () => {
  const { query, route } = useLocation();
  const form = useForm({
    schema: Fields,
    act: async (values) => {
      // Loads the page that almost everyone goes to next while the password is checked.
      AccountPage.preload();
      rememberEmail(values.email);
      const reply = await call(signIn, { ...values, transport: 'cookie' });
      if (reply.status === 'signed_in') return route(destinationOf(query.next), true);
      const next = query.next === undefined ? '' : `?next=${encodeURIComponent(query.next)}`;
      route(`/sign-in/two-factor${next}`);
      keepChallengeState(values.email, reply.challenge);
      void brandOf(reply.challenge.organizationId);
    },
  });
  // Ready for whatever has to be typed. A reason for being here is read first.
  const [known] = useState(knownEmail);
  const first = idOf(form, known === '' ? 'email' : 'password');
  const isSilent = query.because === undefined;
  useEffect(() => {
    if (isSilent) document.getElementById(first)?.focus();
  }, [isSilent, first]);
  return (
    <>
      {form.failures === 0 && <Because />}
      <Form form={form} submit={texts.signIn.submit}>
        <EmailField form={form} value={known} />
        <PasswordField form={form} />
      </Form>
      {sendsMail && (
        <p>
          <a href="/forgot-password">{texts.signIn.forgot}</a>
        </p>
      )}
    </>
  );
};

/** For a browser that is signed in: asks before signing in as someone else. */
const SignedIn = ({ account, onAnother }: { account: Account; onAnother(): void }) => {
  const { query, route } = useLocation();
  return (
    <>
      {query.because !== 'signed-out' && <Because />}
      <SignedInAs account={account} />
      <div class="actions">
        <button type="button" onClick={() => route(destinationOf(query.next), true)}>
          {texts.signedIn.continue}
        </button>
        <button type="button" class="secondary" onClick={onAnother}>
          {texts.signedIn.another}
        </button>
      </div>
    </>
  );
};

const Content = () => {
  const { query, route } = useLocation();
  const account = useSignedIn();
  const [isAnother, setAnother] = useState(false);
  // The person was on the way to a page and the session has returned, through another tab.
  const wasOnTheWay = query.next !== undefined || query.because === 'session-over';
  const goesOn = account && wasOnTheWay && query.because !== 'challenge-over';
  useEffect(() => {
    if (goesOn) route(destinationOf(query.next), true);
  }, [goesOn, query.next, route]);
  if (account === undefined || goesOn) return <Loading />;
  if (account === null || isAnother) return <SignInForm />;
  return <SignedIn account={account} onAnother={() => setAnother(true)} />;
};

/** The first step of signing in. */
export const SignInPage = () => (
  <Frame>
    <Page title={texts.signIn.title} narrow>
      <Content />
    </Page>
  </Frame>
);
