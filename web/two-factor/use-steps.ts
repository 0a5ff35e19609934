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

  /** Back from a step: the element that had the focus is gone. */
  const goBack = (): void => {
    setStep({ name: 'overview' });
    heading.current?.focus();
  };
  const goTo = (next: Step): void => {
    // Someone who sees the set knows which code was replaced.
    if (next.name === 'codes') {
      forgetCodeReplaced();
      setReplaced(false);
    }
    setStep(next);
  };

  // A change of the factor in another tab or on another device ends the current step.
  const { status } = account.twoFactor;
  useEffect(() => {
    setStep((before) => (before.name === 'codes' && status === 'disabled' ? { name: 'overview' } : before));
  }, [status]);

  return { heading, step, isReplaced, goTo, goBack };
};
export type Steps = ReturnType<typeof useSteps>;
