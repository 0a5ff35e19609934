import { texts } from '../texts/index.ts';

/** In words, not by color alone. */
export const TwoFactorMark = ({ isOn }: { isOn: boolean }) => (
  <span class={isOn ? 'mark on' : 'mark off'}>{isOn ? texts.twoFactor.on : texts.twoFactor.off}</span>
);
