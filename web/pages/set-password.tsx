import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import * as z from 'zod/mini';
import { setPassword } from '../../shared/contract/operations/sign-in.ts';
import { Password } from '../../shared/domain/fields.ts';
import { call } from '../api/call.ts';
import { PasswordField } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { useForm } from '../forms/use-form.ts';
import { Frame } from '../layout/frame.tsx';
import { Notice } from '../layout/notice.tsx';
import { Page } from '../layout/page.tsx';
import { passwordLeast } from '../product.ts';
import { texts } from '../texts.ts';

const tokenOfAddress = (): string => location.hash.slice(1);

/** The page behind the link of an invitation or of a mail. The token is in the fragment of its address, which browsers send to nobody. */
export const SetPasswordPage = () => {
  const { query, route } = useLocation();
  const [token, setToken] = useState(tokenOfAddress);
  useEffect(() => {
    const read = (): void => setToken(tokenOfAddress());
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  const form = useForm({
    schema: z.object({ newPassword: Password }),
    act: async (values) => {
      await call(setPassword, { token, ...values });
      route('/sign-in?because=password-set', true);
    },
    explain: ({ code }) => (code === 'challenge_invalid' ? [{ text: texts.setPassword.over }] : undefined),
  });
  return (
    <Frame>
      <Page title={texts.setPassword.title} narrow>
        {token === '' ? (
          <Notice kind="warning">{texts.setPassword.missing}</Notice>
        ) : (
          <Form form={form} submit={texts.setPassword.submit}>
            <p>{query.because === 'not-me' ? texts.notMe.done : texts.setPassword.lead}</p>
            <PasswordField form={form} name="newPassword" hint={texts.setPassword.hint(passwordLeast)} />
          </Form>
        )}
      </Page>
    </Frame>
  );
};
