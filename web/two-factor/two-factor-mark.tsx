import { texts } from '../texts.ts';

/** In words, not by colour alone. */
export const TwoFactorMark = ({ isOn }: { isOn: boolean }) => (
  <span class={isOn ? 'mark on' : 'mark off'}>{isOn ? texts.twoFactor.on : texts.twoFactor.off}</span>
);
