import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import * as z from 'zod/mini';
import { signInRecoveryCode, signInTotp } from '../../shared/contract/operations/sign-in.ts';
import { RecoveryCode, TotpCode } from '../../shared/domain/fields.ts';
import { call } from '../api/call.ts';
import type { Trouble } from '../api/trouble.ts';
import { CodeField, RecoveryCodeField } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { type Fault, useForm } from '../forms/use-form.ts';
import { Brand } from '../layout/brand.tsx';
import { Page } from '../layout/page.tsx';
import { texts } from '../texts.ts';
import { destinationOf } from './destination.ts';
import { useTimeLeft } from './use-time-left.ts';

const { challenge } = texts;
const CHALLENGE_OVER = '/sign-in?because=challenge-over';

/** What both forms of the second step do with a trouble: an over challenge leads back to the first. */
const useChallenge = (field: string, wrong: string) => {
  const { query, route } = useLocation();
  const over = query.next === undefined ? CHALLENGE_OVER : `${CHALLENGE_OVER}&next=${encodeURIComponent(query.next)}`;
  const explain = ({ code }: Trouble): Fault[] | undefined => {
    if (code === 'challenge_invalid') route(over, true);
    return code === 'code_invalid' ? [{ field, text: wrong }] : undefined;
  };
  return { next: destinationOf(query.next), over, route, explain };
};

const TotpForm = ({ onTrouble }: { onTrouble(isTrouble: boolean): void }) => {
  const { next, route, explain } = useChallenge('code', challenge.wrongCode);
  const form = useForm({
    schema: z.object({ code: TotpCode }),
    act: async (values) => {
      await call(signInTotp, values);
      route(next, true);
    },
    explain,
  });
  useEffect(() => onTrouble(form.faults.length > 0), [form.faults]);
  return (
    <Form form={form} submit={challenge.submit}>
      <p>{challenge.lead}</p>
      <CodeField form={form} hint={challenge.codeHint} />
    </Form>
  );
};

const RecoveryForm = ({ onTrouble }: { onTrouble(isTrouble: boolean): void }) => {
  const { route, explain } = useChallenge('recoveryCode', challenge.wrongRecoveryCode);
  const form = useForm({
    schema: z.object({ recoveryCode: RecoveryCode }),
    act: async (values) => {
      await call(signInRecoveryCode, values);
      route('/account?because=recovery-code-replaced', true);
    },
    explain,
  });
  useEffect(() => onTrouble(form.faults.length > 0), [form.faults]);
  return (
    <Form form={form} submit={challenge.submit}>
      <p>{challenge.recoveryLead}</p>
      <RecoveryCodeField form={form} hint={challenge.recoveryHint} />
    </Form>
  );
};

const TimeLeft = () => {
  const { over, route } = useChallenge('', '');
  const [expiresAt] = useState(() => (history.state as { expiresAt?: string } | null)?.expiresAt);
  const left = useTimeLeft(expiresAt);
  useEffect(() => {
    if (left === 0) route(over, true);
  }, [left]);
  if (left === undefined) return null;
  const clock = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  return (
    <p class="hint">
      {challenge.timeLeft} <span class="digits">{clock}</span>
    </p>
  );
};

/** The second door. A reload keeps it: the challenge is in a cookie. */
export const ChallengePage = () => {
  const [useRecovery, setUseRecovery] = useState(false);
  const [isTrouble, setTrouble] = useState(false);
  const Answer = useRecovery ? RecoveryForm : TotpForm;
  return (
    <>
      <header class="bar">
        <Brand />
      </header>
      <Page title={challenge.title} isTrouble={isTrouble} narrow>
        <Answer onTrouble={setTrouble} key={String(useRecovery)} />
        <p>
          <button type="button" class="link" onClick={() => setUseRecovery(!useRecovery)}>
            {useRecovery ? challenge.useApp : challenge.useRecoveryCode}
          </button>
        </p>
        <TimeLeft />
        <p>
          <a href="/sign-in">{challenge.back}</a>
        </p>
      </Page>
    </>
  );
};
