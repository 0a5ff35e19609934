import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import * as z from 'zod/mini';
import { reportNotMe } from '../../shared/contract/operations/sign-in.ts';
import { call } from '../api/call.ts';
import { Form } from '../forms/form.tsx';
import { useForm } from '../forms/use-form.ts';
import { Frame } from '../layout/frame.tsx';
import { Notice } from '../layout/notice.tsx';
import { Page } from '../layout/page.tsx';
import { texts } from '../texts.ts';

const { notMe: words } = texts;

/**
 * Behind "This was not me" of a mail: a button, for programs that look at mails open every link. Then another password
 * is set with the token of the answer.
 */
export default () => {
  const { route } = useLocation();
  const [token] = useState(() => location.hash.slice(1));
  const form = useForm({
    schema: z.object({}),
    act: async () => {
      const next = await call(reportNotMe, { token });
      route(`/set-password?because=not-me#${next.token}`, true);
    },
    explain: ({ code }) => (code === 'challenge_invalid' ? [{ text: words.over }] : undefined),
  });
  return (
    <Frame>
      <Page title={words.title} narrow>
        {token === '' ? (
          <Notice kind="warning">{words.missing}</Notice>
        ) : (
          <Form form={form} submit={words.submit}>
            <p>{words.lead}</p>
          </Form>
        )}
        <p>
          <a href="/forgot-password">{texts.signIn.forgot}</a>
        </p>
      </Page>
    </Frame>
  );
};
