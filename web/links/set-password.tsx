import { useLocation } from 'preact-iso';
import * as z from 'zod/mini';
import { setPassword } from '../../shared/contract/operations/sign-in.ts';
import { Password } from '../../shared/domain/fields.ts';
import { useSignedIn } from '../api/account.ts';
import { call } from '../api/call.ts';
import { AccountOfPassword, PasswordField } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { rememberEmail } from '../forms/known-email.ts';
import { useForm } from '../forms/use-form.ts';
import { currentLanguage, timeZone } from '../language.ts';
import { SignedInAs } from '../layout/signed-in-as.tsx';
import { passwordLeast } from '../product.ts';
import { texts } from '../texts/index.ts';
import { LinkOver } from './link-over.tsx';
import { LinkPage } from './link-page.tsx';

const { setPassword: words } = texts;

const NewPassword = ({ token, email }: { token: string; email: string }) => {
  const { query, route } = useLocation();
  const form = useForm({
    schema: z.object({ newPassword: Password }),
    act: async (values) => {
      const own = { language: currentLanguage(), timeZone: timeZone() };
      await call(setPassword, { token, ...values, ...own, transport: 'cookie' });
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

/** Says so if someone else is signed in here. */
const ForAccount = ({ token, email }: { token: string; email: string }) => {
  const account = useSignedIn();
  return (
    <>
      {account && account.email !== email && (
        <SignedInAs account={account}>
          {texts.signedIn.otherAccount} <span class="wrap">{email}</span>
        </SignedInAs>
      )}
      <NewPassword token={token} email={email} />
    </>
  );
};

/** The page that the link of an invitation or email opens. */
export default () => (
  <LinkPage title={words.title} over={<LinkOver />}>
    {({ email }, token) => <ForAccount token={token} email={email} />}
  </LinkPage>
);
