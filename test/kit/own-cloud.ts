import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, inject } from 'vitest';
import { type AdminNeeds, adminNeeds } from '../../admin/needs.ts';
import { type Cloud, startCloud } from '../../local/cloud.ts';

/** A cloud for one test file, whose troubles would be everyone's in the shared one; the command line works on it. */
export const ownCloud = async (name: string): Promise<{ cloud: Cloud; needs: AdminNeeds; dataDirectory: string }> => {
  const dataDirectory = mkdtempSync(path.join(tmpdir(), `sallyport-${name}-`));
  const assembly = path.join(inject('logs'), '..', 'cdk.out');
  const cloud = await startCloud({ assembly, dataDirectory, port: 0, controlPort: 0 });
  Object.assign(process.env, cloud.adminEnvironment, { JAVA_TOOL_OPTIONS: '' });
  afterAll(async () => {
    await cloud.stop();
    rmSync(dataDirectory, { recursive: true, force: true });
  });
  return { cloud, needs: adminNeeds(), dataDirectory };
};
