import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Cloud } from '../cloud.ts';
import { Trouble } from './patience.ts';

const run = promisify(execFile);
const admin = fileURLToPath(new URL('../../admin/main.ts', import.meta.url));

/** A command that was permanently refused, with the code of the failure. */
export class Refused extends Error {
  readonly code: string | undefined;
  constructor(message: string, code?: string) {
    super(message);
    this.code = code;
  }
}

const failureIn = (stderr: string, otherwise: string): { error: string; code?: string } => {
  const last = stderr.trim().split('\n').at(-1) ?? '';
  try {
    return JSON.parse(last) as { error: string; code?: string };
  } catch {
    return { error: last || otherwise };
  }
};

/**
 * Runs the administrator's command line, as someone deploying would.
 * @throws Trouble if trying again may help, otherwise Refused
 */
export const command = async (cloud: Cloud, ...parameters: string[]): Promise<Record<string, string>> => {
  const env = { ...process.env, ...cloud.adminEnvironment };
  const { stdout } = await run(process.execPath, [admin, '--json', ...parameters], { env }).catch(
    ({ stderr = '', message }: { stderr?: string; message: string }) => {
      const { error, code } = failureIn(stderr, message);
      throw code === 'temporarily_unavailable' ? new Trouble(error) : new Refused(error, code);
    },
  );
  return JSON.parse(stdout) as Record<string, string>;
};
