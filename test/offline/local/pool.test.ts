import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { createPool, type Debugging, type Pool } from '../../../local/lambda/pool.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'sallyport-pool-'));
const file = path.join(folder, 'index.mjs');
const pools: Pool[] = [];
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.stop()));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A bundle that answers with its version and how often this instance was called. */
const write = (version: number): void =>
  writeFileSync(
    file,
    `let calls = 0;
export const handler = async ({ waitMs }) => {
  calls += 1;
  await new Promise((resolve) => setTimeout(resolve, waitMs));
  return [${version}, calls];
};`,
  );

const newPool = (debug?: Debugging, timeoutMs = 60_000): Pool => {
  write(1);
  const fn = {
    id: 'signInTotp',
    arn: '',
    file,
    handler: 'handler',
    timeoutMs,
    memoryMiB: 0,
    environment: {},
    roleArn: '',
  };
  const clock = new SharedArrayBuffer(8);
  const options = {
    clock,
    environment: () => ({}),
    newAccessKeyId: () => 'key',
    mostInstances: 4,
    log: () => undefined,
  };
  const pool = createPool(fn, { ...options, debug });
  pools.push(pool);
  return pool;
};
const ask = (pool: Pool, waitMs = 0) => pool.invoke({ event: { waitMs }, requestId: 'r', clockOffsetMs: 0 });

describe('a function whose bundle changes', () => {
  it('uses the new one from the next event on', async () => {
    const pool = newPool();
    expect([await ask(pool), await ask(pool)]).toMatchObject([{ result: [1, 1] }, { result: [1, 2] }]);
    write(2);
    await pool.renew();
    expect(await ask(pool)).toMatchObject({ result: [2, 1] });
  });

  it('finishes its current event, and does not use that instance again', async () => {
    const pool = newPool();
    await ask(pool);
    const before = ask(pool, 200);
    write(2);
    await pool.renew();
    const after = ask(pool);
    expect([await before, await after]).toMatchObject([{ result: [1, 2] }, { result: [2, 1] }]);
    expect(await ask(pool)).toMatchObject({ result: [2, 2] });
  });
});

describe('a function under a debugger', () => {
  const debugged = (timeoutMs?: number) => {
    const urls: string[] = [];
    return { urls, pool: newPool({ inspectPort: 0, started: (_, url) => void urls.push(url) }, timeoutMs) };
  };

  it('has one instance, which says where it listens, on loopback', async () => {
    const { pool, urls } = debugged();
    const answers = await Promise.all([ask(pool, 50), ask(pool, 50)]);
    expect(answers).toMatchObject([{ result: [1, 1] }, { result: [1, 2] }]);
    const [{ host, hostname } = new URL('x:'), ...others] = urls.map((url) => new URL(url));
    expect([hostname, others]).toEqual(['127.0.0.1', []]);
    expect((await fetch(`http://${host}/json/list`)).status).toBe(200);
  });

  it('may be held for longer than its timeout', async () => {
    expect(await ask(debugged(20).pool, 200)).toMatchObject({ ok: true });
    expect(await ask(newPool(undefined, 20), 2_000)).toMatchObject({ ok: false, error: 'Sandbox.Timedout' });
  });

  it('listens on the same port again when its bundle has changed', async () => {
    const { pool: first, urls } = debugged();
    await ask(first);
    await first.stop();
    const inspectPort = Number(new URL(urls[0] ?? '').port);
    const seen: string[] = [];
    const pool = newPool({ inspectPort, started: (_, url) => void seen.push(new URL(url).port) });
    await ask(pool);
    write(2);
    const renewed = pool.renew();
    expect(await ask(pool)).toMatchObject({ result: [2, 1] });
    await renewed;
    expect(seen).toEqual([String(inspectPort), String(inspectPort)]);
  });
});
