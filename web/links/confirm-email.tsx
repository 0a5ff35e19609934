import { useLocation } from 'preact-iso';
import * as z from 'zod/mini';
import { confirmEmailChange } from '../../shared/contract/operations/lifecycle.ts';
import { call } from '../api/call.ts';
import { Notice } from '../components/notice.tsx';
import { Form } from '../forms/form.tsx';
import { rememberEmail } from '../forms/known-email.ts';
import { useForm } from '../forms/use-form.ts';
import { accountTexts } from '../texts/account.ts';
import { LinkPage } from './link-page.tsx';

const { confirmEmail: words } = accountTexts;

const sentences: Record<string, string> = { challenge_invalid: words.over, email_taken: words.taken };

const Confirm = ({ token, to }: { token: string; to: string }) => {
  const { route } = useLocation();
  const form = useForm({
    schema: z.object({}),
    act: async () => {
      const { email } = await call(confirmEmailChange, { token });
      rememberEmail(email);
      route('/sign-in?because=email-changed', true);
    },
    explain: ({ code }) => (sentences[code] === undefined ? undefined : [{ text: sentences[code] }]),
  });
  return (
    <Form form={form} submit={words.submit}>
      <p>
        {words.next} <strong class="wrap">{to}</strong>
      </p>
      <p>{words.lead}</p>
    </Form>
  );
};

/**
 * Opened by the link in the mail to a new address. It has a button, because programs that scan emails open every link.
 */
export default () => (
  <LinkPage title={words.title} over={<Notice kind="warning">{words.over}</Notice>}>
    {({ email }, token) => <Confirm token={token} to={email} />}
  </LinkPage>
);
