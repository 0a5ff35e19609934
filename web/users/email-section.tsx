import { useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import { changeUserEmail } from '../../shared/contract/operations/lifecycle.ts';
import type { User } from '../../shared/contract/schemas.ts';
import { useAccount } from '../api/account.ts';
import { call } from '../api/call.ts';
import { Outcome } from '../components/outcome.tsx';
import { EmailField } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { useForm } from '../forms/use-form.ts';
import { useIdentity } from '../identity/use-identity.tsx';
import { texts } from '../texts/index.ts';
import { userTexts } from '../texts/users.ts';

const { userActions: words } = userTexts;
type UserView = z.infer<typeof User>;
type Props = { user: UserView; onChanged(user: UserView): void };

const Change = ({ user, onChanged }: Props) => {
  const { dialog, withIdentity } = useIdentity();
  const [said, setSaid] = useState('');
  const form = useForm({
    schema: changeUserEmail.body,
    act: async ({ email }) => {
      setSaid('');
      const changed = await withIdentity(() => call(changeUserEmail, { userId: user.id, email }));
      if (!changed) return;
      setSaid(changed.sentTo === undefined ? words.emailCorrected(changed.email) : words.emailSent(changed.sentTo));
      onChanged({ ...user, email: changed.email });
    },
    explain: ({ code }) => (code === 'email_taken' ? [{ field: 'email', text: texts.errors.email_taken }] : undefined),
  });
  return (
    <section aria-labelledby="email">
      <h2 id="email">{words.email}</h2>
      <p>{user.state === 'invited' ? words.emailLeadInvited : words.emailLead}</p>
      <Outcome said={said} />
      <Form form={form} submit={words.saveEmail}>
        <EmailField form={form} autocomplete="off" value={user.email} />
      </Form>
      {dialog}
    </section>
  );
};

/** Another address for someone else: at once while the invitation is open, else when they confirm it. */
export const EmailSection = (props: Props) => {
  const { account } = useAccount();
  return account.id === props.user.id || props.user.state === 'suspended' ? null : <Change {...props} />;
};
