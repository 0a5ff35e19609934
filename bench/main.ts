import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { startCloud } from '../local/cloud.ts';
import { synthesize } from '../local/synthesize.ts';
import { measureColdStarts } from './cold-starts.ts';
import { measurePages } from './pages.ts';
import { measureSignIn } from './sign-in-times.ts';

/* Timings, which are no matter for a test: machines are noisy. Each comparison is made in one run, in turn. */

const dataDirectory = mkdtempSync(path.join(tmpdir(), 'sallyport-bench-'));
const assembly = path.join(dataDirectory, 'cdk.out');
await synthesize(assembly, { origin: 'http://localhost:3000' });
const cloud = await startCloud({ assembly, dataDirectory, port: 0, controlPort: 0 });
Object.assign(process.env, cloud.adminEnvironment);
try {
  console.log(`Node ${process.version}, ${cpus()[0]?.model} × ${cpus().length}`);
  await measureColdStarts(assembly);
  await measureSignIn(cloud.url);
  await measurePages(cloud.url);
} finally {
  await cloud.stop();
  rmSync(dataDirectory, { recursive: true, force: true });
}
