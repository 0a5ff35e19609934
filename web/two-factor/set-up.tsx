import * as z from 'zod/mini';
import '../styles/two-factor.css';
import { confirmTwoFactorSetup } from '../../shared/contract/operations/two-factor.ts';
import { TotpCode } from '../../shared/domain/fields.ts';
import type { Account } from '../api/account.ts';
import { call } from '../api/call.ts';
import { CopyButton } from '../components/copy-button.tsx';
import { clockTimeOf } from '../components/moment.tsx';
import { CodeField } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { useForm } from '../forms/use-form.ts';
import type { WithIdentity } from '../identity/use-identity.tsx';
import { StepHeading } from '../layout/page.tsx';
import { texts } from '../texts/index.ts';
import type { Setup } from './states.ts';

const { setup: words } = texts.twoFactor;

const inFours = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ');

/** The QR code, which is an image to the page: nothing in it can run. The secret shows the same as text. */
const Connect = ({ setup }: { setup: Setup }) => (
  <div class="connect">
    <img
      class="qr"
      src={`data:image/svg+xml,${encodeURIComponent(setup.qrCode)}`}
      alt={words.qrCode(setup.issuer, setup.account)}
      width="325"
      height="325"
    />
    <div>
      <p>{words.scan}</p>
      <p>
        {words.label} <strong class="wrap">{`${setup.issuer}: ${setup.account}`}</strong>
      </p>
      <p>
        {words.key}
        <br />
        <code class="secret">{inFours(setup.secret)}</code> <CopyButton text={setup.secret} />
      </p>
      <p class="hint">{words.parameters}</p>
      <p>
        <a href={setup.otpauthUri}>{words.link}</a>
      </p>
    </div>
  </div>
);

type Props = {
  setup: Setup;
  withIdentity: WithIdentity;
  onConfirmed(recoveryCodes: string[], twoFactor: Account['twoFactor']): void;
  onCancel(): void;
  onOver(): void;
};

/** Connects the app and then proves it with a code. Nothing is on before that. */
export const SetUp = ({ setup, withIdentity, onConfirmed, onCancel, onOver }: Props) => {
  const form = useForm({
    schema: z.object({ code: TotpCode }),
    act: async ({ code }) => {
      const confirmed = await withIdentity(() => call(confirmTwoFactorSetup, { setupId: setup.setupId, code }));
      if (confirmed) onConfirmed(confirmed.recoveryCodes, confirmed.twoFactor);
    },
    explain: ({ code, faults }) => {
      if (code === 'setup_invalid') onOver();
      // The API says more than that the code is wrong if the phone's clock is.
      return code === 'code_invalid' && faults.code === undefined
        ? [{ field: 'code', text: words.wrongCode }]
        : undefined;
    },
  });
  const cancel = (
    <button type="button" class="secondary" onClick={onCancel}>
      {texts.general.cancel}
    </button>
  );
  return (
    <>
      <StepHeading>{words.title}</StepHeading>
      <Connect setup={setup} />
      <h3>{words.confirmTitle}</h3>
      <Form form={form} submit={words.submit} beside={cancel}>
        <p>{words.confirmLead}</p>
        <CodeField form={form} hint={texts.challenge.codeHint} />
        <p class="hint">{words.until(clockTimeOf(setup.expiresAt))}</p>
      </Form>
    </>
  );
};
