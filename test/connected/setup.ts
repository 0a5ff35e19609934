import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { elsewhereFrom } from '../../local/aws/elsewhere/elsewhere.ts';
import { startCloud } from '../../local/cloud.ts';
import { type Accounts, seed } from '../../local/start/seed.ts';
import { synthesize } from '../../local/start/synthesize.ts';

import { startBrowser } from '../browser-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    aws: Record<string, string>;
    accounts: Accounts;
    logs: string;
    /** Where the page tests find the browser. */
    browser: string;
  }
}

/** One local cloud for all connected tests, on free ports and in its own folder, deleted afterwards. */
export default async ({ provide }: TestProject) => {
  const dataDirectory = mkdtempSync(path.join(tmpdir(), 'sallyport-test-'));
  const assembly = path.join(dataDirectory, 'cdk.out');
  await synthesize(assembly, { settings: { origin: 'http://localhost:3000' } });
  const elsewhere = elsewhereFrom(process.env);
  const cloud = await startCloud({ assembly, dataDirectory, port: 0, controlPort: 0, elsewhere });
  const { file } = await seed(cloud, dataDirectory);
  provide('aws', cloud.adminEnvironment);
  provide('accounts', JSON.parse(readFileSync(file, 'utf8')) as Accounts);
  provide('logs', path.join(dataDirectory, 'logs'));
  const browser = await startBrowser();
  provide('browser', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await cloud.stop();
    rmSync(dataDirectory, { recursive: true, force: true });
  };
};
