import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import * as z from 'zod/mini';
import { signInOneTimePass, signInRecoveryCode, signInTotp } from '../../shared/contract/operations/sign-in.ts';
import { OneTimePass, RecoveryCode, TotpCode } from '../../shared/domain/fields.ts';
import { call } from '../api/call.ts';
import type { Trouble } from '../api/trouble.ts';
import { CodeField, OneTimePassField, RecoveryCodeField } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { type Fault, useForm } from '../forms/use-form.ts';
import { Frame } from '../layout/frame.tsx';
import { Page } from '../layout/page.tsx';
import { texts } from '../texts.ts';
import { keepCodeReplaced } from '../two-factor/code-replaced.ts';
import { readChallengeState } from './challenge-state.ts';
import { destinationOf } from './destination.ts';
import { useTimeLeft } from './use-time-left.ts';

const { challenge } = texts;

/** Back to the first step, with the reason, and from there to where one was going. */
const useOver = () => {
  const { query, route } = useLocation();
  const address = new URLSearchParams({ because: 'challenge-over', ...(query.next && { next: query.next }) });
  return () => route(`/sign-in?${address}`, true);
};

/** What both forms of the second step do with a trouble: an over challenge leads back to the first. */
const useExplain = (field: string, wrong: string) => {
  const leave = useOver();
  return ({ code }: Trouble): Fault[] | undefined => {
    if (code === 'challenge_invalid') leave();
    return code === 'code_invalid' ? [{ field, text: wrong }] : undefined;
  };
};

const TotpForm = () => {
  const { query, route } = useLocation();
  const explain = useExplain('code', challenge.wrongCode);
  const form = useForm({
    schema: z.object({ code: TotpCode }),
    act: async (values) => {
      await call(signInTotp, values);
      route(destinationOf(query.next), true);
    },
    explain,
  });
  return (
    <Form form={form} submit={challenge.submit}>
      <p>{challenge.lead}</p>
      <CodeField form={form} hint={challenge.codeHint} />
    </Form>
  );
};

const RecoveryForm = () => {
  const { route } = useLocation();
  const explain = useExplain('recoveryCode', challenge.wrongRecoveryCode);
  const form = useForm({
    schema: z.object({ recoveryCode: RecoveryCode }),
    act: async (values) => {
      await call(signInRecoveryCode, values);
      // Not where one was going: there is a new code to store.
      route('/account', true);
      keepCodeReplaced();
    },
    explain,
  });
  return (
    <Form form={form} submit={challenge.submit}>
      <p>{challenge.recoveryLead}</p>
      <RecoveryCodeField form={form} hint={challenge.recoveryHint} />
    </Form>
  );
};

const OneTimePassForm = () => {
  const { route } = useLocation();
  const explain = useExplain('oneTimePass', challenge.wrongOneTimePass);
  const form = useForm({
    schema: z.object({ oneTimePass: OneTimePass }),
    act: async (values) => {
      await call(signInOneTimePass, values);
      // Not where one was going: there is an authenticator to connect.
      route('/account', true);
    },
    explain,
  });
  return (
    <Form form={form} submit={challenge.submit}>
      <p>{challenge.oneTimePassLead}</p>
      <OneTimePassField form={form} />
    </Form>
  );
};

const forms = { totp: TotpForm, recovery: RecoveryForm, pass: OneTimePassForm };
type Way = keyof typeof forms;
const others: Record<Way, Way[]> = { totp: ['recovery'], recovery: ['totp', 'pass'], pass: ['totp', 'recovery'] };

const TimeLeft = ({ endsAt }: { endsAt: number | undefined }) => {
  const leave = useOver();
  const left = useTimeLeft(endsAt);
  useEffect(() => {
    if (left === 0) leave();
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
  const [way, setWay] = useState<Way>('totp');
  const WayForm = forms[way];
  const [state] = useState(readChallengeState);
  return (
    <Frame>
      <Page title={challenge.title} narrow>
        {state && (
          <p>
            {challenge.as} <strong class="wrap">{state.email}</strong>
          </p>
        )}
        <WayForm />
        {others[way].map((other) => (
          <p key={other}>
            <button type="button" class="link" onClick={() => setWay(other)}>
              {challenge.ways[other]}
            </button>
          </p>
        ))}
        <TimeLeft endsAt={state?.endsAt} />
        <p>
          <a href="/sign-in">{challenge.back}</a>
        </p>
      </Page>
    </Frame>
  );
};
