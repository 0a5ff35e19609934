import { useLocation } from 'preact-iso';
import * as z from 'zod/mini';
import { reportNotMe } from '../../shared/contract/operations/sign-in.ts';
import { call } from '../api/call.ts';
import { Form } from '../forms/form.tsx';
import { useForm } from '../forms/use-form.ts';
import { texts } from '../texts/index.ts';
import { LinkOver } from './link-over.tsx';
import { LinkPage } from './link-page.tsx';
import { handOverToken } from './link-token.ts';

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

/**
 * Opened by "This was not me" in an email. It has a button, because programs that scan emails open every link. The
 * token in the answer then sets a new password.
 */
export default () => (
  <LinkPage title={words.title} over={<LinkOver text={words.over} />}>
    {({ email }, token) => <Report token={token} email={email} />}
  </LinkPage>
);
