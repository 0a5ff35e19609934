import { existsSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import { type BrowserServer, chromium as playwright } from 'playwright-core';

const installed = ['/usr/bin/chromium', '/usr/bin/google-chrome'];

/** A browser for all tests: the machine's own, or the one that comes with a package. */
export const startBrowser = async (): Promise<BrowserServer> =>
  playwright.launchServer({
    executablePath: installed.find((file) => existsSync(file)) ?? (await chromium.executablePath()),
    headless: true,
    args: [
      // Tests run as root on many a machine, where the sandbox refuses; they open nothing but the pages under test.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--font-render-hinting=none',
    ],
  });
