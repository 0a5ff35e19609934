import { useLocation } from 'preact-iso';
import * as z from 'zod/mini';
import { inspectLink, reportNotMe } from '../../shared/contract/operations/sign-in.ts';
import { call } from '../api/call.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { Pending } from '../components/pending.tsx';
import { Form } from '../forms/form.tsx';
import { useForm } from '../forms/use-form.ts';
import { Frame } from '../layout/frame.tsx';
import { Page } from '../layout/page.tsx';
import { texts } from '../texts/index.ts';
import { LinkOver } from './link-over.tsx';
import { handOverToken, useLinkToken } from './link-token.ts';
import { NoLink } from './no-link.tsx';

const { notMe: words } = texts;

const Report = ({ token, email }: { token: string; email: string }) => {
  const { route } = useLocation();
  const form = useForm({
    schema: z.object({}),
    act: async () => {
      const next = await call(reportNotMe, { token });
      handOverToken(next.token);
      route('/set-password?because=not-me', true);
    },
    explain: ({ code }) => (code === 'challenge_invalid' ? [{ text: words.over }] : undefined),
  });
  return (
    <Form form={form} submit={words.submit}>
      <p>
        {words.account} <strong class="wrap">{email}</strong>
      </p>
      <p>{words.lead}</p>
    </Form>
  );
};

/** Checked when the page opens: a link that no longer reports anything says so before anyone relies on it. */
const Inspected = ({ token }: { token: string }) => {
  const loaded = useLoaded(token, () => call(inspectLink, { token }));
  if (loaded.state === 'failed' && loaded.error.code === 'challenge_invalid') return <LinkOver text={words.over} />;
  return <Pending loaded={loaded}>{({ email }) => <Report token={token} email={email} />}</Pending>;
};

/**
 * Opened by "This was not me" in an email. It has a button, because programs that scan emails open every link. The
 * token in the answer then sets a new password.
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
