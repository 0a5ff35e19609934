import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { commands } from '../admin/commands.ts';
import { adminNeeds } from '../admin/needs.ts';
import { startCloud } from '../local/cloud.ts';
import { synthesize } from '../local/synthesize.ts';
import { quartiles, rankTest } from './rank-test.ts';

/*
 * Timings, which are no matter for a test: does a sign-in take another time for an address that exists than for one that
 * does not? Both are asked in turn, in one run, so that whatever else the machine does hits them alike.
 */

const ACCOUNTS = 60;
/** Below the free failures of an account: no measurement waits. */
const ATTEMPTS = 4;
const PASSWORD = 'correct horse battery staple';

const dataDirectory = mkdtempSync(path.join(tmpdir(), 'sallyport-bench-'));
const assembly = path.join(dataDirectory, 'cdk.out');
await synthesize(assembly, { origin: 'http://localhost:3000' });
const cloud = await startCloud({ assembly, dataDirectory, port: 0, controlPort: 0 });
Object.assign(process.env, cloud.adminEnvironment);

const post = async (route: string, body: object): Promise<{ status: number; ms: number }> => {
  const source = `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`;
  const startedAt = performance.now();
  const answer = await fetch(cloud.url + route, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-local-source-ip': source },
    body: JSON.stringify(body),
  });
  await answer.arrayBuffer();
  return { status: answer.status, ms: performance.now() - startedAt };
};

const wrong = async (email: string): Promise<number> => {
  const { status, ms } = await post('/v1/sign-in', { email, password: 'Wrong-Password-12345' });
  if (status !== 401) throw new Error(`sign-in answered ${status}`);
  return ms;
};

try {
  const needs = adminNeeds();
  const { organizationId } = await commands.createOrganization(needs, { name: 'Acme Telecom' });
  const known: string[] = [];
  for (let count = 0; count < ACCOUNTS; count += 1) {
    const email = `known-${count}@${organizationId}.example`;
    const { invitation } = await commands.createUser(needs, { organization: organizationId, email, name: 'Known' });
    await post('/v1/password/set', { token: new URL(invitation).hash.slice(1), newPassword: PASSWORD });
    known.push(email);
  }
  for (let count = 0; count < 20; count += 1) await wrong(`warm-${count}@${organizationId}.example`);

  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
  for (let round = 0; round < ATTEMPTS; round += 1) {
    for (const [index, email] of known.entries()) {
      times.known.push(await wrong(email));
      times.unknown.push(await wrong(`nobody-${index}@${organizationId}.example`));
    }
  }
  console.log(
    `Wrong password, ${times.known.length} sign-ins each, Node ${process.version}, ${cpus()[0]?.model} × ${cpus().length}`,
  );
  for (const [name, values] of Object.entries(times)) {
    const { low, median, high } = quartiles(values);
    console.log(
      `  ${name.padEnd(8)} median ${median.toFixed(1)} ms, middle half ${low.toFixed(1)} to ${high.toFixed(1)} ms`,
    );
  }
  console.log(`  rank test z = ${rankTest(times.known, times.unknown).toFixed(2)} (within ±2: not to be told apart)`);
} finally {
  await cloud.stop();
  rmSync(dataDirectory, { recursive: true, force: true });
}
