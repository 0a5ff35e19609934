import { historyTexts } from '../texts/history.ts';

/* The order matters: most browsers also claim to be the ones after them. */
const browsers: [mark: RegExp, name: string][] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/(Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const systems: [mark: RegExp, name: string][] = [
  [/\bWindows\b/, 'Windows'],
  [/\bAndroid\b/, 'Android'],
  [/\b(iPhone|iPad|iOS)\b/, 'iOS'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];
const LONGEST = 60;

const nameIn = (list: [RegExp, string][], userAgent: string): string | undefined =>
  list.find(([mark]) => mark.test(userAgent))?.[1];

/**
 * What a client says it is, in a form that people recognize: "Firefox on Windows"; otherwise its own text, shortened.
 */
export const deviceOf = (userAgent: string): string => {
  const browser = nameIn(browsers, userAgent);
  const system = nameIn(systems, userAgent);
  if (browser && system) return historyTexts.signIns.browserOn(browser, system);
  return browser ?? (userAgent.slice(0, LONGEST) || historyTexts.signIns.unknownDevice);
};
