import { useEffect, useRef, useState } from 'preact/hooks';
import { useAccount } from '../api/account.ts';
import { forgetCodeReplaced, isCodeReplaced } from './code-replaced.ts';
import type { Step } from './states.ts';

/** Which step the section is at. */
export const useSteps = () => {
  const { account } = useAccount();
  const heading = useRef<HTMLHeadingElement>(null);
  const [step, setStep] = useState<Step>({ name: 'overview' });
  const [isReplaced, setReplaced] = useState(isCodeReplaced);

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

  return { heading, step, isReplaced, goTo, goBack };
};
export type Steps = ReturnType<typeof useSteps>;
