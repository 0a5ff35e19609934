import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import {
  beginTwoFactorSetup,
  disableTwoFactor,
  regenerateRecoveryCodes,
  showRecoveryCodes,
} from '../../shared/contract/operations/two-factor.ts';
import { useAccount } from '../api/account.tsx';
import { call } from '../api/call.ts';
import { asTrouble } from '../api/use-loaded.ts';
import { sentenceOf } from '../forms/sentences.ts';
import { useIdentity } from '../identity/use-identity.tsx';
import { Ask } from '../layout/ask.tsx';
import { Notice } from '../layout/notice.tsx';
import { texts } from '../texts.ts';
import { Overview } from './overview.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { SetUp } from './set-up.tsx';
import type { Step } from './states.ts';

const { twoFactor } = texts;

/** The section of the account settings: off → set-up → codes → on, and from there show, regenerate, disable. */
export const TwoFactorSection = () => {
  const { change } = useAccount();
  const { query } = useLocation();
  const { dialog, withIdentity } = useIdentity();
  const [step, setStep] = useState<Step>({ name: 'overview' });
  const [question, setQuestion] = useState<'disable' | 'regenerate' | null>(null);
  const [said, setSaid] = useState('');
  const [fault, setFault] = useState('');
  const [isPending, setPending] = useState(false);

  /** One thing at a time; a trouble is told in the section. */
  const doing = async (work: () => Promise<void>): Promise<void> => {
    if (isPending) return;
    setPending(true);
    setFault('');
    setSaid('');
    try {
      await work();
    } catch (error) {
      setFault(sentenceOf(asTrouble(error)));
    } finally {
      setPending(false);
    }
  };

  const enable = () =>
    doing(async () => {
      const setup = await withIdentity(() => call(beginTwoFactorSetup, {}));
      if (setup) setStep({ name: 'setup', setup });
    });
  const show = () =>
    doing(async () => {
      const codes = await withIdentity(() => call(showRecoveryCodes, {}));
      if (codes) setStep({ name: 'codes', codes, isNew: false });
    });
  const regenerate = () =>
    doing(async () => {
      const codes = await withIdentity(() => call(regenerateRecoveryCodes, {}));
      if (codes) setStep({ name: 'codes', codes, isNew: true, said: twoFactor.regenerated });
    });
  const disable = () =>
    doing(async () => {
      const isDone = await withIdentity(async () => {
        await call(disableTwoFactor, {});
        return true;
      });
      if (!isDone) return;
      change({ twoFactor: { status: 'disabled' } });
      setStep({ name: 'overview' });
      setSaid(twoFactor.disabled);
    });

  const answer = (act: () => Promise<void>) => () => {
    setQuestion(null);
    void act();
  };

  return (
    <section aria-labelledby="two-factor">
      <h2 id="two-factor">{twoFactor.title}</h2>
      {query.because === 'recovery-code-replaced' && step.name === 'overview' && (
        <Notice kind="warning">{twoFactor.replaced}</Notice>
      )}
      <p role="status" class={said ? 'notice success' : ''}>
        {said}
      </p>
      {fault && (
        <p role="alert" class="notice failure">
          {fault}
        </p>
      )}
      {step.name === 'overview' && (
        <Overview
          isPending={isPending}
          onEnable={enable}
          onShow={show}
          onRegenerate={() => setQuestion('regenerate')}
          onDisable={() => setQuestion('disable')}
        />
      )}
      {step.name === 'setup' && (
        <SetUp
          setup={step.setup}
          onConfirmed={(recoveryCodes, status) => {
            change({ twoFactor: status });
            setStep({ name: 'codes', codes: { recoveryCodes }, isNew: true, said: twoFactor.enabled });
          }}
          onCancel={() => setStep({ name: 'overview' })}
          onOver={() => {
            setStep({ name: 'overview' });
            setFault(twoFactor.setup.over);
          }}
        />
      )}
      {step.name === 'codes' && <RecoveryCodes {...step} onDone={() => setStep({ name: 'overview' })} />}
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
