import { useState } from 'preact/hooks';
import { requestEmailChange } from '../../shared/contract/operations/lifecycle.ts';
import { call } from '../api/call.ts';
import { Outcome } from '../components/outcome.tsx';
import { EmailField } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { useForm } from '../forms/use-form.ts';
import { useIdentity } from '../identity/use-identity.tsx';
import { sendsMail } from '../product.ts';
import { accountTexts } from '../texts/account.ts';
import { texts } from '../texts/index.ts';

const { email: words } = accountTexts;

/** The address that the owner signs in with. It changes by a link that goes to the new one. */
export const EmailSection = () => {
  const { dialog, withIdentity } = useIdentity();
  const [said, setSaid] = useState('');
  const form = useForm({
    schema: requestEmailChange.body,
    act: async ({ email }) => {
      setSaid('');
      const isAsked = await withIdentity(async () => {
        await call(requestEmailChange, { email });
        return true;
      });
      if (isAsked) setSaid(words.sent(email));
    },
  });
  return (
    <section aria-labelledby="email">
      <h2 id="email">{words.title}</h2>
      <p>{sendsMail ? words.lead : texts.errors.mail_required}</p>
      <Outcome said={said} />
      {sendsMail && (
        <Form form={form} submit={words.submit}>
          <EmailField form={form} label={words.label} autocomplete="off" />
        </Form>
      )}
      {dialog}
    </section>
  );
};
