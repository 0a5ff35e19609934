import { existsSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import { type BrowserServer, chromium as playwright } from 'playwright-core';

const installed = ['/usr/bin/chromium', '/usr/bin/google-chrome'];

/** One browser for all tests: the machine's own, or the one that comes with a package. */
export const startBrowser = async (): Promise<BrowserServer> =>
  playwright.launchServer({
    executablePath: installed.find((file) => existsSync(file)) ?? (await chromium.executablePath()),
    headless: true,
    args: [
      // Tests often run as root, where the sandbox refuses to start; they open only the pages under test.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--font-render-hinting=none',
    ],
  });
