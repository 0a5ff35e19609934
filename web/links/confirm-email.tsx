import { useLocation } from 'preact-iso';
import * as z from 'zod/mini';
import { confirmEmailChange } from '../../shared/contract/operations/lifecycle.ts';
import { inspectLink } from '../../shared/contract/operations/sign-in.ts';
import { call } from '../api/call.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { Notice } from '../components/notice.tsx';
import { Pending } from '../components/pending.tsx';
import { Form } from '../forms/form.tsx';
import { rememberEmail } from '../forms/known-email.ts';
import { useForm } from '../forms/use-form.ts';
import { Frame } from '../layout/frame.tsx';
import { Page } from '../layout/page.tsx';
import { accountTexts } from '../texts/account.ts';
import { useLinkToken } from './link-token.ts';
import { NoLink } from './no-link.tsx';

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

const Inspected = ({ token }: { token: string }) => {
  const loaded = useLoaded(token, () => call(inspectLink, { token }));
  const isOver = loaded.state === 'failed' && loaded.error.code === 'challenge_invalid';
  if (isOver) return <Notice kind="warning">{words.over}</Notice>;
  return <Pending loaded={loaded}>{({ email }) => <Confirm token={token} to={email} />}</Pending>;
};

/**
 * Opened by the link in the mail to a new address. It has a button, because programs that scan emails open every link.
 */
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
