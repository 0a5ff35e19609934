import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { StartProblem } from './start-problem.ts';

/**
 * Runs the CDK app: what it writes is all that the local cloud knows of the product.
 * @param context settings that differ from cdk.json, as `-c key=value`
 */
export const synthesize = async (output: string, context: Record<string, string>): Promise<void> => {
  // There is a mail server here.
  const settings = Object.entries({ mailFrom: 'no-reply@sallyport.example', ...context }).flatMap(([key, value]) => [
    '-c',
    `${key}=${value}`,
  ]);
  const child = spawn('cdk', ['synth', '--quiet', '--output', output, ...settings], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new StartProblem(`The CDK app does not synthesize:\n${said.trim()}`);
};
