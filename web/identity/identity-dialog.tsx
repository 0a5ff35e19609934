import { useState } from 'preact/hooks';
import { confirmIdentity } from '../../shared/contract/operations/account.ts';
import { useAccount } from '../api/account.ts';
import { call } from '../api/call.ts';
import { Dialog } from '../components/dialog.tsx';
import { AccountOfPassword, CodeField, PasswordField, RecoveryCodeField } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { useForm } from '../forms/use-form.ts';
import { texts } from '../texts/index.ts';

type Props = { onConfirmed(): void; onCancel(): void };
type Second = 'code' | 'recoveryCode';

const wrongCode: Record<Second, string> = {
  code: texts.challenge.wrongCode,
  recoveryCode: texts.challenge.wrongRecoveryCode,
};

const Fields = ({ second, ...props }: Props & { second: Second | undefined }) => {
  const { account, refresh } = useAccount();
  const form = useForm({
    schema: confirmIdentity.body,
    act: async (values) => {
      await call(confirmIdentity, values);
      props.onConfirmed();
    },
    explain: ({ code }) => {
      // 2FA was turned on elsewhere: the dialog now asks for a code, too.
      if (code === 'request_invalid' && !second) void refresh();
      if (code === 'credentials_invalid') return [{ field: 'password', text: texts.identity.wrongPassword }];
      return code === 'code_invalid' && second ? [{ field: second, text: wrongCode[second] }] : undefined;
    },
  });
  const cancel = (
    <button type="button" class="secondary" onClick={props.onCancel}>
      {texts.general.cancel}
    </button>
  );
  return (
    <Form form={form} submit={texts.identity.submit} beside={cancel}>
      <AccountOfPassword email={account.email} />
      <PasswordField form={form} />
      {second === 'code' && <CodeField form={form} hint={texts.challenge.codeHint} />}
      {second === 'recoveryCode' && <RecoveryCodeField form={form} hint={texts.challenge.recoveryHint} />}
    </Form>
  );
};

/** Asks for every factor that is on, as the API requires before it shows or changes what protects the account. */
export const IdentityDialog = (props: Props) => {
  const { account } = useAccount();
  const [useRecovery, setUseRecovery] = useState(false);
  const isOn = account.twoFactor.status === 'enabled';
  const asked = useRecovery ? 'recoveryCode' : 'code';
  const second = isOn ? asked : undefined;
  return (
    <Dialog title={texts.identity.title} onCancel={props.onCancel}>
      <p>{isOn ? texts.identity.leadTwoFactor : texts.identity.lead}</p>
      <Fields {...props} second={second} />
      {isOn && (
        <button type="button" class="link" onClick={() => setUseRecovery(!useRecovery)}>
          {useRecovery ? texts.challenge.ways.totp : texts.challenge.ways.recovery}
        </button>
      )}
    </Dialog>
  );
};
