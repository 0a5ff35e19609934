import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { LocalFunction } from '../template/functions.ts';
import type { Invocation, Outcome, Ready, WorkerData } from './worker.ts';

export type Instance = {
  accessKeyId: string;
  /** Where a debugger can attach. */
  inspectorUrl: string | undefined;
  /** The request that it is handling, or null. */
  requestId: string | null;
  idleSince: number;
  invoke(invocation: Invocation): Promise<Outcome>;
  end(): Promise<void>;
};

type Options = {
  function: LocalFunction;
  accessKeyId: string;
  environment: Record<string, string>;
  clock: SharedArrayBuffer;
  inspectPort?: number | undefined;
  log(text: string): void;
};

const MOST_HEAP_MIB = 96;
const YOUNG_HEAP_MIB = 32;

const worker = new URL('./worker.ts', import.meta.url);

/** Starts a thread and waits until its bundle is loaded: a cold start. */
export const startInstance = async (options: Options): Promise<Instance> => {
  const { file, handler, environment, id } = options.function;
  const { clock, inspectPort } = options;
  const workerData: WorkerData = { file, handler, clock, inspectPort };
  const thread = new Worker(worker, {
    name: id,
    workerData,
    ...(inspectPort !== undefined && { execArgv: ['--enable-source-maps'] }),
    env: { ...environment, ...options.environment, AWS_LAMBDA_FUNCTION_NAME: id },
    // Limits for the heap: V8 collects only when it must, and some sixty instances share this machine. The young generation
    // has an explicit size, or it would shrink with the old one and be collected all the time.
    resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MIB, maxYoungGenerationSizeMb: YOUNG_HEAP_MIB },
    stdout: true,
    stderr: true,
  });
  thread.stdout.setEncoding('utf8').on('data', options.log);
  thread.stderr.setEncoding('utf8').on('data', options.log);
  // 'error' rejects: a bundle that does not load reports why.
  const [{ inspectorUrl }] = (await once(thread, 'message')) as [Ready];

  // One listener of each kind for the whole life of the thread: at most one answer is awaited at a time.
  const died: Outcome = { ok: false, error: 'Runtime.ExitError' };
  let answer: (outcome: Outcome) => void = () => undefined;
  let isRunning = true;
  thread.on('message', (outcome: Outcome) => answer(outcome));
  thread.on('error', (error) => options.log(`${id}: ${error.name}\n`));
  thread.on('exit', () => {
    isRunning = false;
    answer(died);
  });

  return {
    accessKeyId: options.accessKeyId,
    inspectorUrl,
    requestId: null,
    idleSince: performance.now(),
    invoke: (invocation) =>
      new Promise((resolve) => {
        answer = resolve;
        if (isRunning) thread.postMessage(invocation);
        else resolve(died);
      }),
    async end() {
      await thread.terminate();
    },
  };
};
