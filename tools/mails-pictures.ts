import path from 'node:path';
import { chromium } from 'playwright-core';
import { startBrowser } from '../test/browser-server.ts';

/* Takes pictures of the page that `npm run mails` wrote, for `docs/`: `npm run mails:pictures`. */

/** Wide enough for a mail in each language side by side. */
const WIDTH = 2_080;
/** A picture of half the size can still be read. */
const SCALE = 0.4;
const DRAWN_WITHIN_MS = 3_000;

const server = await startBrowser();
try {
  const browser = await chromium.connect(server.wsEndpoint());
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await browser.newPage({ deviceScaleFactor: SCALE, colorScheme });
    await page.goto(`file://${path.resolve('mails.html')}`);
    // Frames that are not in sight are not drawn.
    const height = await page.locator('html').evaluate(({ scrollHeight }) => scrollHeight);
    await page.setViewportSize({ width: WIDTH, height });
    // The first one makes the browser draw all frames; not all of them are in it yet.
    await page.screenshot();
    await page.waitForTimeout(DRAWN_WITHIN_MS);
    const file = `docs/mails-${colorScheme}.jpg`;
    await page.screenshot({ path: file, type: 'jpeg', quality: 40 });
    console.log(file);
    await page.close();
  }
} finally {
  await server.close();
}
