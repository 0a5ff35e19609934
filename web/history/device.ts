import { deviceName } from '../../shared/domain/sessions/device-name.ts';
import { historyTexts } from '../texts/history.ts';

const LONGEST = 60;

/**
 * What a client says it is, in a form that people recognize: "Firefox on Windows"; otherwise its own text, shortened.
 */
export const deviceOf = (userAgent: string): string => {
  const { browser, system } = deviceName(userAgent);
  if (browser && system) return historyTexts.signIns.browserOn(browser, system);
  return browser ?? (userAgent.slice(0, LONGEST) || historyTexts.signIns.unknownDevice);
};
