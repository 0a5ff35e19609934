import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { REGION } from '../template/names.ts';
import { StartProblem } from './start-problem.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Added as the CDK command line does: the local cloud gets the functions' names from their paths in the app. */
const added = { 'aws:cdk:enable-path-metadata': true };

/** What differs from cdk.json. */
export type Changed = { settings?: Record<string, unknown>; context?: Record<string, unknown> };

const contextOf = ({ settings, context }: Changed): Record<string, unknown> => {
  const file = JSON.parse(readFileSync(path.join(root, 'cdk.json'), 'utf8')) as {
    context: Record<string, unknown> & { settings: Record<string, unknown> };
  };
  // The local cloud has a mail server.
  const local = { region: REGION, mail: { from: 'no-reply@sallyport.example' } };
  return { ...file.context, ...added, ...context, settings: { ...file.context.settings, ...local, ...settings } };
};

/** How to start one of the app's programs, so that it writes there and has this context. */
export const appProcess = (output: string, changed: Changed) => ({
  cwd: root,
  env: {
    ...process.env,
    CDK_OUTDIR: path.resolve(output),
    // Skips three seconds of checks against CloudFormation's rules: `npm run synth` and the tests run them.
    CDK_VALIDATION: 'false',
    CDK_CONTEXT_JSON: JSON.stringify(contextOf(changed)),
  },
});

/**
 * Runs the CDK app: the local cloud knows nothing of the product except this output. It does without the CDK command
 * line, which would only start this same program.
 * @param changed settings and context that differ from cdk.json
 */
export const synthesize = async (output: string, changed: Changed): Promise<void> => {
  const child = spawn(process.execPath, ['infra/app.ts'], {
    ...appProcess(output, changed),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new StartProblem(`The CDK app does not synthesize:\n${said.trim()}`);
};
