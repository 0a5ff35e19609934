import { useState } from 'preact/hooks';
import { requestPasswordReset } from '../../shared/contract/operations/sign-in.ts';
import { useSignedIn } from '../api/account.ts';
import { call } from '../api/call.ts';
import { useBrand } from '../brand/known-brand.ts';
import { Notice } from '../components/notice.tsx';
import { EmailField } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { knownEmail, rememberEmail } from '../forms/known-email.ts';
import { useForm } from '../forms/use-form.ts';
import { hrefOf } from '../layout/foot.tsx';
import { Frame } from '../layout/frame.tsx';
import { Page } from '../layout/page.tsx';
import { SignedInAs } from '../layout/signed-in-as.tsx';
import { sendsMail } from '../product.ts';
import { accountTexts } from '../texts/account.ts';
import { texts } from '../texts/index.ts';

/* The pages for people who lack what it takes to sign in: two pages that share most of their code. */

const { forgot: words } = texts;
const { lostPhone } = accountTexts;

/** Asks for an email; says the same whether there is an account or not. */
export const ForgotPasswordPage = () => {
  const account = useSignedIn();
  const [sentTo, setSentTo] = useState('');
  const form = useForm({
    schema: requestPasswordReset.body,
    act: async (values) => {
      await call(requestPasswordReset, values);
      rememberEmail(values.email);
      setSentTo(values.email);
    },
  });
  return (
    <Frame>
      {sentTo ? (
        <Page title={words.sentTitle} narrow key="sent">
          <p class="wrap">{words.sent(sentTo)}</p>
          <p>{words.nothing}</p>
          <p>
            <a href="/sign-in">{texts.challenge.back}</a>
          </p>
        </Page>
      ) : (
        <Page title={words.title} narrow key="form">
          {account && (
            <SignedInAs account={account}>
              <a href="/account">{texts.signedIn.settings}</a>
            </SignedInAs>
          )}
          {sendsMail ? (
            <Form form={form} submit={words.submit}>
              <p>{words.lead}</p>
              <EmailField form={form} value={knownEmail()} />
            </Form>
          ) : (
            <Notice>{words.noMail}</Notice>
          )}
          <p>
            <a href="/sign-in">{texts.challenge.back}</a>
          </p>
        </Page>
      )}
    </Frame>
  );
};

/** What to do without the authenticator, from what people can do alone to what others have to do for them. */
export const LostPhonePage = () => {
  const { lostPhoneHelp, supportContact } = useBrand() ?? {};
  const ways = [...lostPhone.ways, ...(sendsMail ? [lostPhone.bypassCode] : []), lostPhone.reset];
  return (
    <Frame>
      <Page title={lostPhone.title} narrow>
        {lostPhoneHelp && (
          <Notice>
            <bdi>{lostPhoneHelp}</bdi>
          </Notice>
        )}
        <ol>
          {ways.map((way) => (
            <li key={way}>{way}</li>
          ))}
        </ol>
        {supportContact && (
          <p class="wrap">
            {lostPhone.support} <a href={hrefOf(supportContact)}>{supportContact}</a>
          </p>
        )}
        <p>{lostPhone.afterwards}</p>
        <p>
          <a href="/sign-in">{texts.challenge.back}</a>
        </p>
      </Page>
    </Frame>
  );
};
