import { useLocation } from 'preact-iso';
import * as z from 'zod/mini';
import { inspectLink, setPassword } from '../../shared/contract/operations/sign-in.ts';
import { Password } from '../../shared/domain/fields.ts';
import { useSignedIn } from '../api/account.ts';
import { call } from '../api/call.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { Pending } from '../components/pending.tsx';
import { AccountOfPassword, PasswordField } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { rememberEmail } from '../forms/known-email.ts';
import { useForm } from '../forms/use-form.ts';
import { Frame } from '../layout/frame.tsx';
import { Page } from '../layout/page.tsx';
import { SignedInAs } from '../layout/signed-in-as.tsx';
import { passwordLeast } from '../product.ts';
import { texts } from '../texts/index.ts';
import { LinkOver } from './link-over.tsx';
import { useLinkToken } from './link-token.ts';
import { NoLink } from './no-link.tsx';

const { setPassword: words } = texts;

const NewPassword = ({ token, email }: { token: string; email: string }) => {
  const { query, route } = useLocation();
  const form = useForm({
    schema: z.object({ newPassword: Password }),
    act: async (values) => {
      await call(setPassword, { token, ...values, transport: 'cookie' });
      rememberEmail(email);
      route('/sign-in?because=password-set', true);
    },
    explain: ({ code }) => (code === 'challenge_invalid' ? [{ text: texts.links.over }] : undefined),
  });
  return (
    <Form form={form} submit={words.submit}>
      {query.because === 'not-me' && <p>{texts.notMe.done}</p>}
      <p>
        {words.lead} <strong class="wrap">{email}</strong>
      </p>
      <AccountOfPassword email={email} />
      <PasswordField form={form} name="newPassword" hint={words.hint(passwordLeast)} />
    </Form>
  );
};

/** Checks the link before anyone types: whose password it sets, or that it no longer works. */
const Inspected = ({ token }: { token: string }) => {
  const account = useSignedIn();
  const loaded = useLoaded(token, () => call(inspectLink, { token }));
  if (loaded.state === 'failed' && loaded.error.code === 'challenge_invalid') return <LinkOver />;
  return (
    <Pending loaded={loaded}>
      {({ email }) => (
        <>
          {account && account.email !== email && (
            <SignedInAs account={account}>
              {texts.signedIn.otherAccount} <span class="wrap">{email}</span>
            </SignedInAs>
          )}
          <NewPassword token={token} email={email} />
        </>
      )}
    </Pending>
  );
};

/** The page that the link of an invitation or email opens. */
export default () => {
  const found = useLinkToken();
  return (
    <Frame>
      <Page title={words.title} narrow>
        {typeof found === 'string' ? <NoLink why={found} /> : <Inspected key={found.token} token={found.token} />}
      </Page>
    </Frame>
  );
};
