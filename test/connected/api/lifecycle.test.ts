import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generateSync } from 'otplib/functional';
import { afterAll, describe, expect, it } from 'vitest';
import type { Accounts } from '../../../local/start/seed.ts';

const dataDirectory = mkdtempSync(path.join(tmpdir(), 'sallyport-start-'));
afterAll(() => rmSync(dataDirectory, { recursive: true, force: true }));

type Started = { child: ChildProcess; output: () => string; exit: Promise<number | null> };

/** Starts the local cloud as `npm start` does. */
const start = (parameters: string[], env: Record<string, string> = {}): Started => {
  const child = spawn(process.execPath, ['local/main.ts', '--port', '0', '--data', dataDirectory, ...parameters], {
    env: { ...process.env, ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  return { child, output: () => output, exit: once(child, 'exit').then(([code]) => code as number | null) };
};

const ready = async ({ output, exit }: Started): Promise<Accounts> => {
  const ended = exit.then(() => 'ended');
  while (!/^ready http/m.test(output())) {
    const waited = await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 100))]);
    if (waited === 'ended') throw new Error(output());
  }
  return JSON.parse(readFileSync(path.join(dataDirectory, 'accounts.json'), 'utf8')) as Accounts;
};

const stop = async ({ child, exit }: Started): Promise<number | null> => {
  child.kill('SIGINT');
  return exit;
};

const post = async (url: string, body?: object, token?: string) => {
  const headers = {
    ...(body && { 'content-type': 'application/json' }),
    ...(token && { authorization: `Bearer ${token}` }),
  };
  const answer = await fetch(url, { method: 'POST', headers, ...(body && { body: JSON.stringify(body) }) });
  return (await answer.json()) as Record<string, never>;
};

describe('npm start', () => {
  it('keeps users and their secrets after a stop, and leaves no lock behind', { timeout: 120_000 }, async () => {
    const code = (secret: string, steps: number) =>
      generateSync({
        secret,
        epoch: Math.floor(Date.now() / 1_000) + steps * 30,
        period: 30,
        digits: 6,
        algorithm: 'sha1',
      });
    const first = start([]);
    const { url, accounts } = await ready(first);
    const [, user] = accounts;
    const credentials = { email: user?.email, password: user?.password };
    const { session } = await post(`${url}/v1/sign-in`, credentials);
    const { token } = session as unknown as { token: string };
    const { setupId, secret } = await post(`${url}/v1/me/two-factor/setup`, undefined, token);
    await post(`${url}/v1/me/two-factor/setup/confirm`, { setupId, code: code(secret as unknown as string, 0) }, token);

    // A second start on the same data says so in one line.
    const second = start([]);
    expect(await second.exit).toBe(1);
    expect(second.output()).toMatch(/error: .* is in use by process \d+/);

    expect(await stop(first)).toBe(0);
    expect(existsSync(path.join(dataDirectory, 'lock'))).toBe(false);

    const again = start([]);
    const restarted = await ready(again);
    expect(restarted.accounts).toEqual(accounts);
    const { challenge } = await post(`${restarted.url}/v1/sign-in`, credentials);
    const answer = {
      challengeToken: (challenge as unknown as { token: string }).token,
      code: code(secret as unknown as string, 1),
    };
    expect(await post(`${restarted.url}/v1/sign-in/totp`, answer)).toMatchObject({ status: 'signed_in' });
    expect(await stop(again)).toBe(0);
  });

  it.each([
    [['--port', 'x'], '--port takes a number'],
    [['--port', '70000'], '--port takes a number'],
    [['--prot', '1'], "Unknown option '--prot'"],
  ])('says in one line what is wrong with %j', async (parameters, reason) => {
    const started = start(parameters);
    expect(await started.exit).toBe(1);
    expect(started.output()).toContain(reason);
    expect(started.output()).not.toContain('    at ');
  });

  it('says when a port is taken, when Java is missing, and when the data is damaged', {
    timeout: 120_000,
  }, async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const taken = start(['--control-port', String((holder.address() as AddressInfo).port)]);
    expect(await taken.exit).toBe(1);
    expect(taken.output()).toMatch(/error: Port \d+ is taken/);
    holder.close();

    const withoutJava = start([], { PATH: path.dirname(process.execPath) });
    expect(await withoutJava.exit).toBe(1);
    expect(withoutJava.output()).toContain('error: DynamoDB Local needs Java 17 or later');

    const database = path.join(dataDirectory, 'dynamodb', 'shared-local-instance.db');
    const intact = readFileSync(database);
    writeFileSync(database, 'this is no database, and never was one'.repeat(100));
    const broken = start([]);
    expect(await broken.exit).toBe(1);
    expect(broken.output()).toMatch(/error: DynamoDB Local .*may be damaged/);
    expect(broken.output()).not.toContain('    at ');
    writeFileSync(database, intact);

    writeFileSync(path.join(dataDirectory, 'kms-keys.json'), '{');
    const damaged = start([]);
    expect(await damaged.exit).toBe(1);
    expect(damaged.output()).toContain('is damaged');
    expect(existsSync(path.join(dataDirectory, 'lock'))).toBe(false);
  });

  it('explains itself', async () => {
    const started = start(['--help']);
    expect(await started.exit).toBe(0);
    expect(started.output()).toContain('--control-port');
  });
});
