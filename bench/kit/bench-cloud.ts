import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { type Cloud, startCloud } from '../../local/cloud.ts';
import { synthesize } from '../../local/start/synthesize.ts';

export const machine = (): string => `Node ${process.version}, ${cpus()[0]?.model} × ${cpus().length}`;

/** In memory if there is a folder for that: the speed of disk syncs is not what we measure. */
const folder = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** A separate local cloud that is deleted afterwards; the administrator's commands work on its table. */
export const withCloud = async (run: (cloud: Cloud, assembly: string) => Promise<void>): Promise<void> => {
  const dataDirectory = mkdtempSync(path.join(folder, 'sallyport-bench-'));
  try {
    const assembly = path.join(dataDirectory, 'cdk.out');
    await synthesize(assembly, { settings: { origin: 'http://localhost:3000' } });
    const cloud = await startCloud({ assembly, dataDirectory, port: 0, controlPort: 0 });
    Object.assign(process.env, cloud.adminEnvironment);
    try {
      await run(cloud, assembly);
    } finally {
      await cloud.stop();
    }
  } finally {
    rmSync(dataDirectory, { recursive: true, force: true });
  }
};
