import { mkdirSync } from 'node:fs';
import axe, { type RunOnly } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { anySource, codeOf, PASSWORD } from '../../kit/product.ts';

/* A person at a browser. Whatever the browser complains about on the way fails the test. */

const { url } = inject('accounts');
let connected: Promise<Browser> | undefined;
const browser = (): Promise<Browser> => {
  connected ??= chromium.connect(inject('browser'));
  return connected;
};

/** `source`: the address that the edge sees the person at. */
export type Person = { page: Page; source: string; complaints: string[]; leave(): Promise<void> };

/** What the network answers is not a fault of the page; anything else in the console is. */
const isAnswer = (text: string): boolean => text.startsWith('Failed to load resource');

export const newPerson = async ({ locale = 'en-GB' } = {}): Promise<Person> => {
  const source = anySource();
  const context = await (await browser()).newContext({
    baseURL: url,
    viewport: { width: 1_000, height: 800 },
    locale,
    extraHTTPHeaders: { 'x-local-source-ip': source },
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
    // Also what was said after the last look.
    if (complaints.length > 0) throw new Error(`The browser complained: ${complaints.join('; ')}`);
  };
  return { page, source, complaints, leave };
};

const everything: RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
/** All that the dark can change. */
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

/** A picture for people to look at, where SCREENSHOTS names a folder. */
const shoot = async (page: Page, name: string): Promise<void> => {
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
};

/** Buttons of each kind have colours of their own under the pointer and with the focus. In the dark, too. */
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
 * Looks at a state of a page as everybody may: light, dark, and on a narrow screen. No barrier that axe knows, and
 * nothing to scroll sideways.
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

/** At a browser that nobody is signed in at. */
export const enterPassword = async (person: Person, email: string, password = PASSWORD): Promise<void> => {
  await person.page.goto('/sign-in');
  await fill(person, 'Email address', email);
  await fill(person, 'Password', password);
  await press(person, 'Sign in');
};

/** To the end: who goes on before is signed in still. */
export const signOut = async (person: Person): Promise<void> => {
  await press(person, 'Sign out');
  await sees(person, 'You’ve signed out.');
};

export const signInAt = async (person: Person, email: string): Promise<void> => {
  await enterPassword(person, email);
  await heading(person, 'Account settings');
};

/** Where 2FA is on. A code works once: the next sign-in within 30 seconds takes another way. */
export const signInWithCode = async (person: Person, email: string, secret: string): Promise<void> => {
  await enterPassword(person, email);
  await heading(person, 'Two-factor authentication');
  await fill(person, 'Code', codeOf(secret));
  await press(person, 'Submit');
  await heading(person, 'Account settings');
};

/** The session's token, which only the browser and a test can see: no script of the page does. */
export const sessionTokenOf = async ({ page }: Person): Promise<string> => {
  const cookies = await page.context().cookies();
  return cookies.find(({ name }) => name === 'session')?.value ?? '';
};

/** As if another tab of this browser had got it. */
export const giveSession = async ({ page }: Person, token: string): Promise<void> => {
  await page.context().addCookies([{ name: 'session', value: token, url, httpOnly: true, sameSite: 'Lax' }]);
};
