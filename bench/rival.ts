import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('./rivals', import.meta.url));

export type RivalStep = { step: string; cpuMs: number; databaseCalls: number };

/** The rival's own packages are not part of the product: they are installed only for a comparison. */
export const installRivals = (): void => {
  if (existsSync(`${folder}/node_modules`)) return;
  const { status } = spawnSync('npm', ['ci', '--prefix', folder, '--no-audit', '--no-fund'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The rival cannot be installed: npm ci --prefix bench/rivals');
};

/** better-auth in its own process, which runs a round of the same steps on request. */
export const startRival = async () => {
  installRivals();
  const child = spawn(process.execPath, [`${folder}/better-auth.ts`], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async <T>(): Promise<T> => {
    const { value, done } = await lines.next();
    if (done) throw new Error('The rival has ended');
    return JSON.parse(value) as T;
  };
  const { name, version, database } = await next<{ name: string; version: string; database: string }>();
  return {
    name: `${name} ${version}`,
    database,
    async round(): Promise<RivalStep[]> {
      child.stdin.write('round\n');
      return (await next<{ steps: RivalStep[] }>()).steps;
    },
    async stop(): Promise<void> {
      child.stdin.end();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
};
