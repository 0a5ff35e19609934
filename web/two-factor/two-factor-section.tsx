import { useState } from 'preact/hooks';
import { Ask } from '../components/ask.tsx';
import { Notice } from '../components/notice.tsx';
import { texts } from '../texts/index.ts';
import { Overview } from './overview.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { SetUp } from './set-up.tsx';
import { useSteps } from './use-steps.ts';
import { useTwoFactorActions } from './use-two-factor-actions.ts';

const { twoFactor: words } = texts;

const questions = { disable: words.disableDialog, regenerate: words.regenerateDialog };

/** The section of the account settings: off → setup → codes → on, and from there show, regenerate, replace, disable. */
export const TwoFactorSection = () => {
  const steps = useSteps();
  const { heading, step, isReplaced, goBack } = steps;
  const { told, isBusy, dialog, withIdentity, ...actions } = useTwoFactorActions(steps);
  const [question, setQuestion] = useState<keyof typeof questions | null>(null);
  return (
    <section aria-labelledby="two-factor">
      <h2 id="two-factor" ref={heading} tabIndex={-1}>
        {words.title}
      </h2>
      {isReplaced && step.name === 'overview' && <Notice kind="warning">{words.replaced}</Notice>}
      {told}
      {step.name === 'overview' && (
        <Overview
          isBusy={isBusy}
          onBegin={actions.begin}
          onShow={actions.show}
          onRegenerate={() => setQuestion('regenerate')}
          onDisable={() => setQuestion('disable')}
        />
      )}
      {step.name === 'setup' && (
        <SetUp
          setup={step.setup}
          withIdentity={withIdentity}
          onConfirmed={actions.setupConfirmed}
          onCancel={goBack}
          onOver={actions.setupOver}
        />
      )}
      {step.name === 'codes' && <RecoveryCodes {...step} onDone={goBack} />}
      {question && (
        <Ask
          key={question}
          question={questions[question]}
          onYes={() => {
            setQuestion(null);
            void actions[question]();
          }}
          onCancel={() => setQuestion(null)}
        />
      )}
      {dialog}
    </section>
  );
};
