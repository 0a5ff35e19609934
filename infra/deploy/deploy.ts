import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readSettings } from '../settings.ts';
import { problemOf, sayingOf } from './deployable.ts';

/* `npm run deploy`: says where everything is going to live, and what would stop it halfway, before anything happens. */

const root = fileURLToPath(new URL('../..', import.meta.url));
const given = process.argv.slice(2);
const { values } = parseArgs({
  ...{ args: given, strict: false, allowPositionals: true },
  options: { context: { type: 'string', short: 'c', multiple: true }, 'require-approval': { type: 'string' } },
});

/** `settings=staging.json`, as the CDK's command line takes it. */
const named = (values.context as string[] | undefined)?.find((each) => each.startsWith('settings='))?.slice(9);
const { context } = JSON.parse(readFileSync(`${root}/cdk.json`, 'utf8')) as { context: { settings: unknown } };

try {
  const settings = readSettings({ tryGetContext: () => named ?? context.settings });
  const isAsked = process.stdin.isTTY === true || values['require-approval'] !== undefined;
  const problem = problemOf(settings, isAsked);
  if (problem) throw new Error(problem);
  console.log(sayingOf(settings));
} catch (error) {
  console.error(`error: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}

const cdk = fileURLToPath(import.meta.resolve('aws-cdk/bin/cdk'));
const { status } = spawnSync(
  process.execPath,
  [cdk, 'deploy', '--all', '--outputs-file', 'cdk.outputs.json', ...given],
  {
    ...{ cwd: root, stdio: 'inherit' },
  },
);
process.exit(status ?? 1);
