import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import * as z from 'zod/mini';
import { signInOneTimePass, signInRecoveryCode, signInTotp } from '../../shared/contract/operations/sign-in.ts';
import { canonicalEmail, OneTimePass, RecoveryCode, TotpCode } from '../../shared/domain/fields.ts';
import { call } from '../api/call.ts';
import { findSession } from '../api/find-session.ts';
import { asTrouble, type Trouble } from '../api/trouble.ts';
import { CodeField, OneTimePassField, RecoveryCodeField } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { type Fault, useForm } from '../forms/use-form.ts';
import { Frame } from '../layout/frame.tsx';
import { Page } from '../layout/page.tsx';
import { texts } from '../texts.ts';
import { keepCodeReplaced } from '../two-factor/code-replaced.ts';
import { type ChallengeState, readChallengeState } from './challenge-state.ts';
import { destinationOf } from './destination.ts';
import { useTimeLeft } from './use-time-left.ts';

const { challenge } = texts;

type FormProps = { state: ChallengeState | undefined };

const isSameAccount = (state: ChallengeState | undefined, email: string): boolean =>
  state === undefined || canonicalEmail(state.email) === email;

/**
 * Where to when the challenge is gone. Another tab may have answered it: then on to where the person was going. Else back
 * to the first step with the reason, and from there to where the person was going.
 */
const useLeave = (state: ChallengeState | undefined) => {
  const { query, route } = useLocation();
  return async () => {
    const account = await findSession();
    if (account && isSameAccount(state, account.email)) return route(destinationOf(query.next), true);
    const address = new URLSearchParams({ because: 'challenge-over', ...(query.next && { next: query.next }) });
    route(`/sign-in?${address}`, true);
  };
};

/** Sends an answer to the challenge that this tab began, and leaves where that is gone. */
const useAnswer = (state: ChallengeState | undefined) => {
  const leave = useLeave(state);
  return async (send: (challenge: { challengeId?: string }) => Promise<void>): Promise<void> => {
    try {
      await send(state ? { challengeId: state.id } : {});
    } catch (error) {
      if (asTrouble(error).code !== 'challenge_invalid') throw error;
      await leave();
    }
  };
};

const explainCode =
  (field: string, text: string) =>
  ({ code }: Trouble): Fault[] | undefined =>
    code === 'code_invalid' ? [{ field, text }] : undefined;

const TotpForm = ({ state }: FormProps) => {
  const { query, route } = useLocation();
  const answer = useAnswer(state);
  const form = useForm({
    schema: z.object({ code: TotpCode }),
    act: (values) =>
      answer(async (challenge) => {
        await call(signInTotp, { ...values, ...challenge });
        route(destinationOf(query.next), true);
      }),
    explain: explainCode('code', challenge.wrongCode),
  });
  return (
    <Form form={form} submit={challenge.submit}>
      <p>{challenge.lead}</p>
      <CodeField form={form} hint={challenge.codeHint} />
    </Form>
  );
};

const RecoveryForm = ({ state }: FormProps) => {
  const { route } = useLocation();
  const answer = useAnswer(state);
  const form = useForm({
    schema: z.object({ recoveryCode: RecoveryCode }),
    act: (values) =>
      answer(async (challenge) => {
        await call(signInRecoveryCode, { ...values, ...challenge });
        // Not where one was going: there is a new code to store.
        route('/account', true);
        keepCodeReplaced();
      }),
    explain: explainCode('recoveryCode', challenge.wrongRecoveryCode),
  });
  return (
    <Form form={form} submit={challenge.submit}>
      <p>{challenge.recoveryLead}</p>
      <RecoveryCodeField form={form} hint={challenge.recoveryHint} />
    </Form>
  );
};

const OneTimePassForm = ({ state }: FormProps) => {
  const { route } = useLocation();
  const answer = useAnswer(state);
  const form = useForm({
    schema: z.object({ oneTimePass: OneTimePass }),
    act: (values) =>
      answer(async (challenge) => {
        await call(signInOneTimePass, { ...values, ...challenge });
        // Not where one was going: there is an authenticator to connect.
        route('/account', true);
      }),
    explain: explainCode('oneTimePass', challenge.wrongOneTimePass),
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

const TimeLeft = ({ state }: FormProps) => {
  const leave = useLeave(state);
  const left = useTimeLeft(state?.endsAt);
  useEffect(() => {
    if (left === 0) void leave();
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
        <WayForm state={state} />
        {others[way].map((other) => (
          <p key={other}>
            <button type="button" class="link" onClick={() => setWay(other)}>
              {challenge.ways[other]}
            </button>
          </p>
        ))}
        <TimeLeft state={state} />
        <p>
          <a href="/sign-in">{challenge.back}</a>
        </p>
      </Page>
    </Frame>
  );
};
