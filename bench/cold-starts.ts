import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { readAssembly } from '../local/template/assembly.ts';
import { readFunctions } from '../local/template/functions.ts';
import { bars } from './kit/bars.ts';
import { picture, report, table } from './kit/report.ts';
import { quartiles } from './kit/statistics.ts';
import { installRivals } from './rival.ts';

/* What a cold start costs before the first event: a new process imports the bundle, as the runtime would. */

const ROUNDS = 11;
const FLOOR = 'the SDK clients alone';
const RIVAL = 'better-auth 1.7.25';

type Bundle = { name: string; file: string; environment: Record<string, string> };

const importing = `
const startedAt = performance.now();
await import(process.env.BUNDLE);
process.stdout.write(String(performance.now() - startedAt));
process.exit(0);
`;

const initOf = ({ name, file, environment }: Bundle): number => {
  const env = {
    ...environment,
    BUNDLE: file,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'x',
    AWS_SECRET_ACCESS_KEY: 'x',
    AWS_LAMBDA_FUNCTION_NAME: name,
  };
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', importing], { env });
  const milliseconds = Number(stdout.toString());
  if (!milliseconds) throw new Error(`${name}: ${stderr.toString()}`);
  return milliseconds;
};

const bundling = {
  ...{ bundle: true, minify: true, format: 'esm', platform: 'node', target: 'node24' },
  mainFields: ['module', 'main'],
} satisfies Parameters<typeof build>[0];

/** The minimum for anything that uses the SDK: its two clients and nothing else, as esbuild bundles them by default. */
const floor = async (folder: string): Promise<Bundle> => {
  const file = path.join(folder, 'floor.mjs');
  const contents = `
    import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
    import { DynamoDBDocumentClient, TransactWriteCommand, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
    import { DecryptCommand, EncryptCommand, KMSClient } from '@aws-sdk/client-kms';
    export const table = DynamoDBDocumentClient.from(new DynamoDBClient({}));
    export const keys = new KMSClient({});
    export const commands = [TransactWriteCommand, GetCommand, UpdateCommand, DecryptCommand, EncryptCommand];`;
  await build({ ...bundling, stdin: { contents, resolveDir: process.cwd() }, outfile: file });
  return { name: FLOOR, file, environment: {} };
};

/** Everything in the rival that answers the same requests, without a database client. */
const rival = async (folder: string): Promise<Bundle> => {
  installRivals();
  const file = path.join(folder, 'rival.mjs');
  await build({ ...bundling, entryPoints: ['bench/rivals/better-auth-bundle.ts'], outfile: file });
  return { name: RIVAL, file, environment: {} };
};

export const measureColdStarts = async (assembly: string): Promise<void> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sallyport-cold-'));
  try {
    const empty = path.join(folder, 'empty.mjs');
    writeFileSync(empty, 'export const handler = async () => ({});');
    const functions = readFunctions(readAssembly(assembly)).map(({ id, file, environment }) => ({
      name: id,
      file,
      environment,
    }));
    const nothing = { name: 'nothing', file: empty, environment: {} };
    const bundles: Bundle[] = [nothing, await floor(folder), await rival(folder), ...functions];
    const times = new Map<string, number[]>(bundles.map(({ name }) => [name, []]));
    // They take turns, so that other load on the machine affects all of them alike.
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const bundle of bundles) times.get(bundle.name)?.push(initOf(bundle));
    }
    const started = bundles.map(({ name, file }) => ({
      name,
      kb: readFileSync(file).length / 1_000,
      ...quartiles(times.get(name) ?? []),
    }));
    const floorMs = started.find(({ name }) => name === FLOOR)?.median ?? 0;
    const rows = started.map(({ name, kb, low, median, high }) => [
      name,
      kb.toFixed(0),
      median.toFixed(1),
      `${low.toFixed(1)} to ${high.toFixed(1)}`,
      (median / floorMs).toFixed(2),
    ]);
    const head = ['bundle', 'KB', 'init ms, median', 'middle half', 'of the floor'];
    report('cold starts', `${table(head, rows)}\n\n${ROUNDS} rounds in turn.`);
    picture(
      'performance-init.svg',
      bars({
        title: 'Import of each bundle in a new process',
        unit: 'ms',
        series: ['median'],
        rows: started.map(({ name, median }) => ({ name, values: [median] })),
        marks: [{ name: 'three quarters of the floor', value: floorMs * 0.75 }],
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
