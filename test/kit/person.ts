import { mkdirSync } from 'node:fs';
import axe, { type RunOnly } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { anySource, codeOf, PASSWORD } from './product.ts';

/* A person at a browser. The test fails if the browser complains about anything. */

const { url } = inject('accounts');
let connected: Promise<Browser> | undefined;
const browser = (): Promise<Browser> => {
  connected ??= chromium.connect(inject('browser'));
  return connected;
};

/** `source`: the address from which the edge sees the person. */
export type Person = { page: Page; source: string; complaints: string[]; leave(): Promise<void> };

/** Network answers are not the page's fault, nor is a network that is gone; anything else in the console is. */
const isAnswer = (text: string): boolean => /^(Failed to load resource|Couldn't load preload assets)/.test(text);

export const newPerson = async ({ locale = 'en-GB' } = {}): Promise<Person> => {
  const source = anySource();
  const context = await (await browser()).newContext({
    baseURL: url,
    viewport: { width: 1_000, height: 800 },
    locale,
    extraHTTPHeaders: { 'x-local-source-ip': source, 'x-local-place': 'DE/Munich' },
    acceptDownloads: true,
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !isAnswer(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', ({ message }) => complaints.push(message));
  const leave = async (): Promise<void> => {
    await context.close();
    // Includes messages since the last check.
    if (complaints.length > 0) throw new Error(`The browser complained: ${complaints.join('; ')}`);
  };
  return { page, source, complaints, leave };
};

const everything: RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
/** Everything that dark mode can change. */
const contrast: RunOnly = { type: 'rule', values: ['color-contrast'] };

const violations = async (page: Page, runOnly: RunOnly = everything): Promise<string[]> => {
  // Evaluated by the debugger: the page's policy, which is under test, would refuse a script.
  await page.evaluate(axe.source);
  const { violations: found } = await page.evaluate(
    (options) => (globalThis as unknown as { axe: typeof axe }).axe.run({ runOnly: options }),
    runOnly,
  );
  return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
};

const folder = process.env.SCREENSHOTS;

/** A picture for people to look at, if SCREENSHOTS names a folder. */
const shoot = async (page: Page, name: string): Promise<void> => {
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
};

/** Each kind of button has its own colors for hover and focus. Dark mode is included. */
const touchButtons = async (page: Page, name: string): Promise<void> => {
  for (const kind of ['.secondary', '.danger']) {
    const button = page.locator(`button${kind}:visible`).first();
    if ((await button.count()) === 0 || (await button.isDisabled())) continue;
    await button.hover({ force: true });
    expect(await violations(page, contrast), `${name}, ${kind} under the pointer`).toEqual([]);
  }
  await page.mouse.move(0, 0);
};

/**
 * Checks a state of a page as different people see it: light, dark, and on a narrow screen. There must be no barrier
 * that axe knows, and nothing to scroll sideways.
 */
export const look = async ({ page, complaints }: Person, name: string): Promise<void> => {
  const usual = page.viewportSize() ?? { width: 1_000, height: 800 };
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    expect(await violations(page, scheme === 'light' ? everything : contrast), `${name}, ${scheme}`).toEqual([]);
    await shoot(page, `${name}-${scheme}`);
  }
  await touchButtons(page, name);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate<number>('document.documentElement.scrollWidth'), `${name}: width`).toBeLessThanOrEqual(
    320,
  );
  expect(await violations(page), `${name}, narrow`).toEqual([]);
  await shoot(page, `${name}-320`);
  await page.setViewportSize(usual);
  expect(complaints, name).toEqual([]);
};

export const heading = ({ page }: Person, name: string) => page.getByRole('heading', { name, exact: true }).waitFor();
export const press = ({ page }: Person, name: string) => page.getByRole('button', { name, exact: true }).click();
export const fill = ({ page }: Person, label: string, text: string) =>
  page.getByLabel(label, { exact: true }).fill(text);
export const sees = ({ page }: Person, text: string | RegExp) => page.getByText(text).first().waitFor();

/** Starts in a browser in which no one is signed in. */
export const enterPassword = async (person: Person, email: string, password = PASSWORD): Promise<void> => {
  await person.page.goto('/sign-in');
  await fill(person, 'Email address', email);
  await fill(person, 'Password', password);
  await press(person, 'Sign in');
};

/** Waits until the end: someone who leaves earlier is still signed in. */
export const signOut = async (person: Person): Promise<void> => {
  await press(person, 'Sign out');
  await sees(person, 'You’ve signed out.');
};

export const signInAt = async (person: Person, email: string): Promise<void> => {
  await enterPassword(person, email);
  await heading(person, 'Account settings');
};

/** Another place of the account settings. */
export const openPlace = async (person: Person, name: 'Profile' | 'Sessions' | 'Activity'): Promise<void> => {
  const places = person.page.getByRole('navigation', { name: 'Account settings' });
  await places.getByRole('link', { name, exact: true }).click();
  await heading(person, name);
};

/** Signs in with 2FA on. A code works once, so the next sign-in within 30 seconds needs another way. */
export const signInWithCode = async (person: Person, email: string, secret: string): Promise<void> => {
  await enterPassword(person, email);
  await heading(person, 'Two-factor authentication');
  await fill(person, 'Code', codeOf(secret));
  await press(person, 'Submit');
  await heading(person, 'Account settings');
};

/** The session's token, which only the browser and a test can see: scripts on the page cannot. */
export const sessionTokenOf = async ({ page }: Person): Promise<string> => {
  const cookies = await page.context().cookies();
  return cookies.find(({ name }) => name === 'session')?.value ?? '';
};

/** As if another tab of this browser had received it. */
export const giveSession = async ({ page }: Person, token: string): Promise<void> => {
  await page.context().addCookies([{ name: 'session', value: token, url, httpOnly: true, sameSite: 'Lax' }]);
};
