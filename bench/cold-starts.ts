import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { readAssembly } from '../local/template/assembly.ts';
import { readFunctions } from '../local/template/functions.ts';
import { quartiles } from './rank-test.ts';

/* What a cold start pays before the first event: a new process imports the bundle, as the runtime would. */

const ROUNDS = 11;

type Bundle = { name: string; file: string; environment: Record<string, string> };
export type ColdStart = { name: string; kb: number; low: number; median: number; high: number };

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

/** The floor of whoever uses the SDK: its two clients and nothing else, as esbuild bundles them by default. */
const floor = async (folder: string): Promise<Bundle> => {
  const file = path.join(folder, 'floor.mjs');
  const contents = `
    import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
    import { DynamoDBDocumentClient, TransactWriteCommand, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
    import { DecryptCommand, EncryptCommand, KMSClient } from '@aws-sdk/client-kms';
    export const table = DynamoDBDocumentClient.from(new DynamoDBClient({}));
    export const keys = new KMSClient({});
    export const commands = [TransactWriteCommand, GetCommand, UpdateCommand, DecryptCommand, EncryptCommand];`;
  await build({
    stdin: { contents, resolveDir: process.cwd() },
    outfile: file,
    ...{
      bundle: true,
      minify: true,
      format: 'esm',
      platform: 'node',
      target: 'node24',
      mainFields: ['module', 'main'],
    },
  });
  return { name: 'the SDK clients alone', file, environment: {} };
};

export const measureColdStarts = async (assembly: string): Promise<ColdStart[]> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sallyport-cold-'));
  try {
    const empty = path.join(folder, 'empty.mjs');
    writeFileSync(empty, 'export const handler = async () => ({});');
    const functions = readFunctions(readAssembly(assembly)).map(({ id, file, environment }) => ({
      name: id,
      file,
      environment,
    }));
    const bundles: Bundle[] = [{ name: 'nothing', file: empty, environment: {} }, await floor(folder), ...functions];
    const times = new Map<string, number[]>(bundles.map(({ name }) => [name, []]));
    // Each in turn, so that whatever else the machine does hits all alike.
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const bundle of bundles) times.get(bundle.name)?.push(initOf(bundle));
    }
    const started = bundles.map(({ name, file }) => ({
      name,
      kb: readFileSync(file).length / 1_000,
      ...quartiles(times.get(name) ?? []),
    }));
    console.log(`\nInit of each bundle in a new process, ${ROUNDS} rounds in turn`);
    for (const { name, kb, low, median, high } of started) {
      console.log(
        `  ${name.padEnd(26)} ${kb.toFixed(0).padStart(5)} KB  ${median.toFixed(1).padStart(6)} ms  (${low.toFixed(1)} to ${high.toFixed(1)})`,
      );
    }
    return started;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
