import { useState } from 'preact/hooks';
import '../styles/print.css';
import '../styles/two-factor.css';
import * as z from 'zod/mini';
import { useAccount } from '../api/account.ts';
import { CopyButton } from '../components/copy-button.tsx';
import { download } from '../components/download.ts';
import { Moment, momentIn } from '../components/moment.tsx';
import { Notice } from '../components/notice.tsx';
import { Form } from '../forms/form.tsx';
import { useForm } from '../forms/use-form.ts';
import { StepHeading } from '../layout/page.tsx';
import { accountTexts } from '../texts/account.ts';
import { texts } from '../texts/index.ts';
import type { Codes } from './states.ts';

const { codes: words } = texts.twoFactor;

/** The checkbox and its button: the button is never disabled, and an unchecked box is pointed out. */
const Stored = ({ onDone }: { onDone(): void }) => {
  const form = useForm({
    schema: z.object({ stored: z.literal('on') }) as z.ZodMiniType<unknown, object>,
    act: async () => onDone(),
  });
  const error = form.errorOf('stored');
  return (
    <Form form={form} submit={words.done}>
      <div class="field">
        {error && (
          <small id="stored-fault" class="fault">
            {error}
          </small>
        )}
        <label class="box">
          <input
            type="checkbox"
            id="stored"
            name="stored"
            {...(error && { 'aria-invalid': true, 'aria-describedby': 'stored-fault' })}
          />
          {texts.fields.stored.label}
        </label>
      </div>
    </Form>
  );
};

/** Files of several accounts, and of several sets, stay apart. */
const fileNameFor = (email: string, created: string): string =>
  `recovery-codes-${email.replace(/[^\w.@-]/g, '-')}-${created.slice(0, 10)}.txt`;

/** A restored account has a set of which nothing is valid. */
const Withdrawn = ({ onDone }: { onDone(): void }) => (
  <>
    <StepHeading>{words.title}</StepHeading>
    <Notice kind="warning">{accountTexts.codesWithdrawn}</Notice>
    <div class="actions">
      <button type="button" onClick={onDone}>
        {texts.twoFactor.hide}
      </button>
    </div>
  </>
);

type Props = { codes: Codes; isNew: boolean; said?: string; onDone(): void };

/** The codes, and the ways to keep them. New codes leave the screen only after the person says that they are stored. */
export const RecoveryCodes = ({ codes: { recoveryCodes, generatedAt, used = 0 }, isNew, said, onDone }: Props) => {
  const { account } = useAccount();
  const [status, setStatus] = useState('');
  const [now] = useState(() => new Date().toISOString());
  const created = generatedAt ?? now;
  if (recoveryCodes.length === 0) return <Withdrawn onDone={onDone} />;
  const header = words.kept(account.email, `${account.organization.name} (${texts.productName})`, momentIn(created));
  const file = [...header, '', ...recoveryCodes, ''].join('\n');
  return (
    <>
      <StepHeading>{words.title}</StepHeading>
      {said && <Notice kind="success">{said}</Notice>}
      <p>{words.lead}</p>
      {used > 0 && <Notice kind="warning">{words.used(used)}</Notice>}
      <div class="print-only">
        {header.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <ol class="codes" aria-label={words.list}>
        {recoveryCodes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      {generatedAt && (
        <p class="hint">
          {words.generated} <Moment at={generatedAt} />
        </p>
      )}
      <div class="actions">
        <CopyButton text={file} label={words.copy} />
        <button
          type="button"
          class="secondary small"
          onClick={() => {
            download(fileNameFor(account.email, created), 'text/plain', file);
            setStatus(words.downloaded);
          }}
        >
          {words.download}
        </button>
        <button type="button" class="secondary small" onClick={() => window.print()}>
          {words.print}
        </button>
        <span role="status">{status}</span>
      </div>
      {isNew ? (
        <Stored onDone={onDone} />
      ) : (
        <div class="actions">
          <button type="button" onClick={onDone}>
            {texts.twoFactor.hide}
          </button>
        </div>
      )}
    </>
  );
};
