import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { startBrowser } from '../test/browser-server.ts';
import { anySource, type Client, totpAt } from './kit/client.ts';
import { newOrganization, PASSWORD } from './kit/people.ts';
import { report, table } from './kit/report.ts';
import { quartiles } from './kit/statistics.ts';

/* How long a person waits in a browser: from the click to the heading or text that answers it. */

const ROUNDS = 12;
type Times = Map<string, number[]>;

const codeOf = (secret: string, steps: number): string => totpAt(secret, Date.now() + steps * 30_000);
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true }).waitFor();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const fill = (page: Page, label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);

const signIn = async (page: Page, email: string): Promise<void> => {
  await fill(page, 'Email address', email);
  await fill(page, 'Password', PASSWORD);
};

/**
 * Bytes on the wire, headers included, of everything that the page has loaded so far, and the time of its first paint.
 */
const loaded = (page: Page): Promise<{ bytes: number; paint: number }> =>
  page.evaluate(`({
    bytes: [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
      .reduce((sum, entry) => sum + entry.transferSize, 0),
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
  })`);

const round = async (browser: Browser, url: string, email: string, note: (name: string, value: number) => void) => {
  const context = await browser.newContext({ baseURL: url, extraHTTPHeaders: { 'x-local-source-ip': anySource() } });
  const page = await context.newPage();
  const step = async (name: string, act: () => Promise<unknown>, seen: () => Promise<unknown>): Promise<void> => {
    const startedAt = performance.now();
    await act();
    await seen();
    note(name, performance.now() - startedAt);
  };
  await page.goto('/sign-in');
  await heading(page, 'Sign in');
  await page.waitForFunction(`performance.getEntriesByName('first-contentful-paint').length > 0`);
  const { bytes, paint } = await loaded(page);
  note('sign-in page: first paint, ms', paint);
  note('sign-in page: bytes', bytes);
  await signIn(page, email);
  await step(
    'sign in with a password, ms',
    () => press(page, 'Sign in'),
    () => heading(page, 'Account settings'),
  );
  await step(
    'Enable to QR code, ms',
    () => press(page, 'Enable'),
    () => page.locator('img.qr').waitFor(),
  );
  const secret = (await page.locator('code.secret').innerText()).replaceAll(' ', '');
  await fill(page, 'Code', codeOf(secret, -1));
  await step(
    'Confirm setup to codes, ms',
    () => press(page, 'Confirm setup'),
    () => heading(page, 'Recovery codes'),
  );
  await page.getByLabel('I have stored these codes').check();
  await press(page, 'Done');
  await step(
    'Show recovery codes, ms',
    () => press(page, 'Show recovery codes'),
    () => heading(page, 'Recovery codes'),
  );
  await press(page, 'Sign out');
  await heading(page, 'Sign in');
  await signIn(page, email);
  await step(
    'password to challenge, ms',
    () => press(page, 'Sign in'),
    () => heading(page, 'Two-factor authentication'),
  );
  await fill(page, 'Code', codeOf(secret, 0));
  await step(
    'code to account, ms',
    () => press(page, 'Submit'),
    () => heading(page, 'Account settings'),
  );
  await context.close();
};

export const measurePages = async (url: string, client: Client): Promise<void> => {
  const { add } = await newOrganization(client);
  const server = await startBrowser();
  const browser = await chromium.connect(server.wsEndpoint());
  const times: Times = new Map();
  try {
    for (let count = 0; count <= ROUNDS; count += 1) {
      const email = await add(`page-${count}`);
      // The first round warms up the browser and the functions.
      await round(browser, url, email, (name, value) => {
        if (count > 0) times.set(name, [...(times.get(name) ?? []), value]);
      });
    }
  } finally {
    await server.close();
  }
  const rows = [...times].map(([name, values]) => {
    const { low, median, high } = quartiles(values);
    return [name, median.toFixed(0), `${low.toFixed(0)} to ${high.toFixed(0)}`];
  });
  report(
    'pages',
    `${table(['step', 'median', 'middle half'], rows)}\n\nChromium ${browser.version()}, ${ROUNDS} rounds.`,
  );
};
