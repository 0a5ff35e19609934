import { texts } from '../texts/index.ts';

/** In words, not by colour alone. */
export const TwoFactorMark = ({ isOn }: { isOn: boolean }) => (
  <span class={isOn ? 'mark on' : 'mark off'}>{isOn ? texts.twoFactor.on : texts.twoFactor.off}</span>
);
