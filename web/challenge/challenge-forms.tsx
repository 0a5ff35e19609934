import { useLocation } from 'preact-iso';
import * as z from 'zod/mini';
import { signInBypassCode, signInRecoveryCode, signInTotp } from '../../shared/contract/operations/sign-in.ts';
import { BypassCode, RecoveryCode, TotpCode } from '../../shared/domain/fields.ts';
import type { ApiError } from '../api/api-error.ts';
import { call } from '../api/call.ts';
import { destinationOf } from '../destination.ts';
import { BypassCodeField, CodeField, RecoveryCodeField } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { type FieldError, useForm } from '../forms/use-form.ts';
import { texts } from '../texts/index.ts';
import { keepCodeReplaced } from '../two-factor/code-replaced.ts';
import type { ChallengeState } from './challenge-state.ts';
import { useAnswer } from './use-challenge.ts';

/* The ways to answer a challenge. `state`: the challenge that this tab started. */

const { challenge } = texts;
type Props = {
  state: ChallengeState | undefined;
  /** A code was wrong. */
  onFailure(): void;
};

const explainCode =
  (field: string, text: string, onFailure: () => void) =>
  ({ code }: ApiError): FieldError[] | undefined => {
    if (code !== 'code_invalid') return undefined;
    onFailure();
    return [{ field, text }];
  };

export const TotpForm = ({ state, onFailure }: Props) => {
  const { query, route } = useLocation();
  const answer = useAnswer(state);
  const form = useForm({
    schema: z.object({ code: TotpCode }),
    act: (values) =>
      answer(async (challenge) => {
        await call(signInTotp, { ...values, ...challenge });
        route(destinationOf(query.next), true);
      }),
    explain: explainCode('code', challenge.wrongCode, onFailure),
  });
  return (
    <Form form={form} submit={challenge.submit}>
      <p>{challenge.lead}</p>
      <CodeField form={form} hint={challenge.codeHint} />
    </Form>
  );
};

export const RecoveryForm = ({ state, onFailure }: Props) => {
  const { route } = useLocation();
  const answer = useAnswer(state);
  const form = useForm({
    schema: z.object({ recoveryCode: RecoveryCode }),
    act: (values) =>
      answer(async (challenge) => {
        await call(signInRecoveryCode, { ...values, ...challenge });
        // Goes here instead of the requested page: there is a new code to store.
        route('/account', true);
        keepCodeReplaced();
      }),
    explain: explainCode('recoveryCode', challenge.wrongRecoveryCode, onFailure),
  });
  return (
    <Form form={form} submit={challenge.submit}>
      <p>{challenge.recoveryLead}</p>
      <RecoveryCodeField form={form} hint={challenge.recoveryHint} />
    </Form>
  );
};

export const BypassCodeForm = ({ state, onFailure }: Props) => {
  const { route } = useLocation();
  const answer = useAnswer(state);
  const form = useForm({
    schema: z.object({ bypassCode: BypassCode }),
    act: (values) =>
      answer(async (challenge) => {
        await call(signInBypassCode, { ...values, ...challenge });
        // Goes here instead of the requested page: there is an authenticator to connect.
        route('/account', true);
      }),
    explain: explainCode('bypassCode', challenge.wrongBypassCode, onFailure),
  });
  return (
    <Form form={form} submit={challenge.submit}>
      <p>{challenge.bypassCodeLead}</p>
      <BypassCodeField form={form} />
    </Form>
  );
};
