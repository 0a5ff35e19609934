import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, describe, expect, inject, it } from 'vitest';
import type { Accounts } from '../../../local/start/seed.ts';

/* After a start that was killed at any point, the next one continues, and nothing exists twice. */

const assembly = path.join(inject('logs'), '..', 'cdk.out');
const dataDirectory = mkdtempSync(path.join(tmpdir(), 'sallyport-start-'));
const children: ChildProcess[] = [];

type Started = { child: ChildProcess; said: string[]; says(word: string): Promise<void> };

/** In its own process group, so that everything it started dies with it. */
const start = (...parameters: string[]): Started => {
  const child = spawn(process.execPath, parameters, { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  const said: string[] = [];
  const awaited = new Map<string, () => void>();
  const hear = (line: string): void => {
    said.push(line);
    for (const [word, resolve] of awaited) if (line.includes(word)) resolve();
  };
  createInterface({ input: child.stdout }).on('line', hear);
  createInterface({ input: child.stderr }).on('line', hear);
  return {
    child,
    said,
    says: (word) =>
      new Promise((resolve, reject) => {
        if (said.some((line) => line.includes(word))) resolve();
        awaited.set(word, resolve);
        child.once('exit', () => reject(new Error(`ended before "${word}":\n${said.join('\n')}`)));
      }),
  };
};
const codeOf = async (child: ChildProcess): Promise<number | null> => (await once(child, 'exit'))[0];
const startCloud = (): Started => start('test/connected/cloud/start-without-synthesis.ts', assembly, dataDirectory);

const kill = async ({ child }: Started, which: 'all' | 'alone' = 'all'): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null || !child.pid) return;
  const exited = once(child, 'exit');
  process.kill(which === 'all' ? -child.pid : child.pid, 'SIGKILL');
  await exited;
};
afterAll(async () => {
  for (const { pid } of children) {
    try {
      if (pid) process.kill(-pid, 'SIGKILL');
    } catch {
      // The whole group is gone.
    }
  }
  await setTimeout(100);
  rmSync(dataDirectory, { recursive: true, force: true });
});

/** How many of each there are: organizations by name, and credentials. */
const contents = async (): Promise<Record<string, number>> => {
  const environment = Object.fromEntries(
    readFileSync(path.join(dataDirectory, 'admin.env'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split('=') as [string, string]),
  );
  const { AWS_ENDPOINT_URL_DYNAMODB: endpoint = '', TABLE_NAME: TableName, AWS_REGION: region = '' } = environment;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region, credentials });
  const { Items = [] } = await client.send(new ScanCommand({ TableName, ConsistentRead: true }));
  client.destroy();
  const found = Items.filter(({ sk }) => ['ORGANIZATION', 'CREDENTIAL'].includes(sk?.S ?? ''));
  return Object.fromEntries(
    Object.entries(Object.groupBy(found, ({ name, email }) => name?.S ?? email?.S ?? '')).map(([key, items]) => [
      key,
      items?.length ?? 0,
    ]),
  );
};

describe('a start after one that was killed', { timeout: 600_000 }, () => {
  it('continues where that one stopped', async () => {
    const moments: [string | undefined, 'all' | 'alone'][] = [
      // Killed before the table exists, at the first command, in the middle of an account, and with Java left behind.
      [undefined, 'all'],
      ['cloud', 'all'],
      ['Creating account 1', 'all'],
      ['Creating account 2', 'alone'],
    ];
    for (const [word, which] of moments) {
      const started = startCloud();
      if (word !== undefined) await started.says(word);
      await setTimeout(randomInt(1_500));
      await kill(started, which);
    }
    const finished = start('local/main.ts', '--port', '0', '--data', dataDirectory);
    await finished.says('ready ');

    const { url, accounts } = JSON.parse(readFileSync(path.join(dataDirectory, 'accounts.json'), 'utf8')) as Accounts;
    for (const { email, password } of accounts) {
      const body = JSON.stringify({ email, password });
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`${url}/v1/sign-in`, { method: 'POST', headers, body });
      expect([email, answer.status]).toEqual([email, 200]);
    }
    const names = [...new Set(accounts.flatMap(({ email, organization }) => [email, organization]))];
    expect(names).toHaveLength(5);
    expect(await contents()).toEqual(Object.fromEntries(names.map((name) => [name, 1])));
    expect(existsSync(path.join(dataDirectory, 'seed.json'))).toBe(false);

    const ended = codeOf(finished.child);
    finished.child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  it('that fails says in one line what to do, without a stack', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'sallyport-start-'));
    writeFileSync(path.join(folder, 'accounts.json'), '{"accounts": [');
    const { child, said } = start('local/main.ts', '--port', '0', '--data', folder);
    expect(await codeOf(child)).toBe(1);
    rmSync(folder, { recursive: true, force: true });
    const errors = said.filter((line) => !/^\[ *[\d.]+ s\]/.test(line));
    expect(errors).toEqual([expect.stringMatching(/^error: .*accounts\.json cannot be read .* Correct it/)]);
  });
});
