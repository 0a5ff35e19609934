import { useState } from 'preact/hooks';
import { changePassword } from '../../shared/contract/operations/account.ts';
import { useAccount } from '../api/account.ts';
import { call } from '../api/call.ts';
import { Outcome } from '../components/outcome.tsx';
import { AccountOfPassword, PasswordField } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { useForm } from '../forms/use-form.ts';
import { useIdentity, type WithIdentity } from '../identity/use-identity.tsx';
import { passwordLeast } from '../product.ts';
import { texts } from '../texts/index.ts';

const { password: words } = texts;

type Props = { withIdentity: WithIdentity; onDone(isChanged: boolean): void };

const Change = ({ withIdentity, onDone }: Props) => {
  const { account } = useAccount();
  const form = useForm({
    schema: changePassword.body,
    act: async (values) => {
      if (await withIdentity(() => call(changePassword, values))) onDone(true);
    },
    explain: ({ code }) =>
      code === 'credentials_invalid' ? [{ field: 'currentPassword', text: texts.identity.wrongPassword }] : undefined,
  });
  const cancel = (
    <button type="button" class="secondary" onClick={() => onDone(false)}>
      {texts.general.cancel}
    </button>
  );
  return (
    <Form form={form} submit={words.submit} beside={cancel}>
      <AccountOfPassword email={account.email} />
      <PasswordField form={form} name="currentPassword" />
      <PasswordField form={form} name="newPassword" hint={texts.setPassword.hint(passwordLeast)} />
    </Form>
  );
};

/** Changes the password of someone who knows the current one. */
export const PasswordSection = () => {
  const { dialog, withIdentity } = useIdentity();
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const open = (): void => {
    setSaid('');
    setOpen(true);
  };
  return (
    <section aria-labelledby="password">
      <h2 id="password">{words.title}</h2>
      <Outcome said={said} />
      {isOpen ? (
        <Change
          withIdentity={withIdentity}
          onDone={(isChanged) => {
            setOpen(false);
            if (isChanged) setSaid(words.changed);
          }}
        />
      ) : (
        <button type="button" class="secondary" onClick={open}>
          {words.change}
        </button>
      )}
      {/* Outside the form, because forms cannot be nested. */}
      {dialog}
    </section>
  );
};
