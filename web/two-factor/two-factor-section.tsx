import { useEffect, useRef, useState } from 'preact/hooks';
import {
  beginTwoFactorSetup,
  disableTwoFactor,
  regenerateRecoveryCodes,
  showRecoveryCodes,
} from '../../shared/contract/operations/two-factor.ts';
import { useAccount } from '../api/account.ts';
import { asApiError } from '../api/api-error.ts';
import { call } from '../api/call.ts';
import { sentenceOf } from '../api/sentences.ts';
import { Ask } from '../components/ask.tsx';
import { Notice } from '../components/notice.tsx';
import { useIdentity } from '../identity/use-identity.tsx';
import { texts } from '../texts.ts';
import { forgetCodeReplaced, isCodeReplaced } from './code-replaced.ts';
import { Overview } from './overview.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { SetUp } from './set-up.tsx';
import type { Step } from './states.ts';

const { twoFactor } = texts;

/** The section of the account settings: off → set-up → codes → on, and from there show, regenerate, replace, disable. */
export const TwoFactorSection = () => {
  const { account, change, refresh } = useAccount();
  const { dialog, withIdentity } = useIdentity();
  const heading = useRef<HTMLHeadingElement>(null);
  const [step, setStep] = useState<Step>({ name: 'overview' });
  const [question, setQuestion] = useState<'disable' | 'regenerate' | null>(null);
  const [said, setSaid] = useState('');
  const [error, setError] = useState('');
  const [isReplaced, setReplaced] = useState(isCodeReplaced);
  const pending = useRef(false);

  /** Back from a step: what had the focus is gone. */
  const goBack = (): void => {
    setStep({ name: 'overview' });
    heading.current?.focus();
  };
  const goTo = (next: Step): void => {
    // Whoever sees the set knows of the code that was replaced.
    if (next.name === 'codes') {
      forgetCodeReplaced();
      setReplaced(false);
    }
    setStep(next);
  };

  // What another tab or device did to the factor ends what this one was at.
  const { status } = account.twoFactor;
  useEffect(() => {
    setStep((before) => (before.name === 'codes' && status === 'disabled' ? { name: 'overview' } : before));
  }, [status]);

  /** One thing at a time; an error is shown in the section. */
  const doing = async (work: () => Promise<void>): Promise<void> => {
    if (pending.current) return;
    pending.current = true;
    setError('');
    setSaid('');
    try {
      await work();
    } catch (thrown) {
      const failure = asApiError(thrown);
      if (failure.code === 'two_factor_not_enabled') await refresh();
      setError(sentenceOf(failure));
    } finally {
      pending.current = false;
    }
  };

  const begin = () =>
    doing(async () => {
      const setup = await withIdentity(() => call(beginTwoFactorSetup, {}));
      if (setup) goTo({ name: 'setup', setup });
    });
  const show = () =>
    doing(async () => {
      const codes = await withIdentity(() => call(showRecoveryCodes, {}));
      if (codes) goTo({ name: 'codes', codes, isNew: false });
    });
  const regenerate = () =>
    doing(async () => {
      const codes = await withIdentity(() => call(regenerateRecoveryCodes, {}));
      if (codes) goTo({ name: 'codes', codes, isNew: true, said: twoFactor.regenerated });
    });
  const disable = () =>
    doing(async () => {
      const isDone = await withIdentity(async () => {
        await call(disableTwoFactor, {});
        return true;
      });
      if (!isDone) return;
      change({ twoFactor: { status: 'disabled' } });
      setSaid(twoFactor.disabled);
      goBack();
    });

  const answer = (act: () => Promise<void>) => () => {
    setQuestion(null);
    void act();
  };

  return (
    <section aria-labelledby="two-factor">
      <h2 id="two-factor" ref={heading} tabIndex={-1}>
        {twoFactor.title}
      </h2>
      {isReplaced && step.name === 'overview' && <Notice kind="warning">{twoFactor.replaced}</Notice>}
      <p role="status" class={said ? 'notice success' : ''}>
        {said}
      </p>
      {error && (
        <p role="alert" class="notice failure">
          {error}
        </p>
      )}
      {step.name === 'overview' && (
        <Overview
          onBegin={begin}
          onShow={show}
          onRegenerate={() => setQuestion('regenerate')}
          onDisable={() => setQuestion('disable')}
        />
      )}
      {step.name === 'setup' && (
        <SetUp
          setup={step.setup}
          withIdentity={withIdentity}
          onConfirmed={(recoveryCodes, now) => {
            const nowSaid = status === 'enabled' ? twoFactor.replacedApp : twoFactor.enabled;
            change({ twoFactor: now });
            goTo({ name: 'codes', codes: { recoveryCodes }, isNew: true, said: nowSaid });
          }}
          onCancel={goBack}
          onOver={() => {
            // Perhaps it was confirmed, and only the answers were lost.
            void refresh();
            setError(twoFactor.setup.over);
            goBack();
          }}
        />
      )}
      {step.name === 'codes' && <RecoveryCodes {...step} onDone={goBack} />}
      {question === 'disable' && (
        <Ask question={twoFactor.disableDialog} onYes={answer(disable)} onCancel={() => setQuestion(null)} />
      )}
      {question === 'regenerate' && (
        <Ask question={twoFactor.regenerateDialog} onYes={answer(regenerate)} onCancel={() => setQuestion(null)} />
      )}
      {dialog}
    </section>
  );
};
