import { useLocation } from 'preact-iso';
import * as z from 'zod/mini';
import { signIn } from '../../shared/contract/operations/sign-in.ts';
import { Email, Password } from '../../shared/domain/fields.ts';
import { call } from '../api/call.ts';
import { EmailField, PasswordField } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { useForm } from '../forms/use-form.ts';
import { Frame } from '../layout/frame.tsx';
import { Notice } from '../layout/notice.tsx';
import { Page } from '../layout/page.tsx';
import { sendsMail } from '../product.ts';
import { texts } from '../texts.ts';
import { keepChallengeState } from './challenge-state.ts';
import { destinationOf } from './destination.ts';
import { AccountPage } from './lazy.ts';

const Fields = z.object({ email: Email, password: Password });

/** The first door. */
export const SignInPage = () => {
  const { query, route } = useLocation();
  const form = useForm({
    schema: Fields,
    act: async (values) => {
      // Where almost everybody goes next loads while the password is looked at.
      AccountPage.preload();
      const reply = await call(signIn, { ...values, transport: 'cookie' });
      if (reply.status === 'signed_in') return route(destinationOf(query.next), true);
      const next = query.next === undefined ? '' : `?next=${encodeURIComponent(query.next)}`;
      route(`/sign-in/two-factor${next}`);
      keepChallengeState(values.email, reply.challenge.expiresAt);
    },
  });
  const because = texts.signIn.because[query.because as keyof typeof texts.signIn.because];
  return (
    <Frame>
      <Page title={texts.signIn.title} narrow>
        {because && form.failures === 0 && <Notice>{because}</Notice>}
        <Form form={form} submit={texts.signIn.submit}>
          <EmailField form={form} />
          <PasswordField form={form} />
        </Form>
        {sendsMail && (
          <p>
            <a href="/forgot-password">{texts.signIn.forgot}</a>
          </p>
        )}
      </Page>
    </Frame>
  );
};
