import { pathToFileURL } from 'node:url';
import { format } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';

/*
 * One Lambda instance: a thread that loads one bundle, with the environment from its template and nothing else, and
 * handles one event at a time. The bundle does not know that it is not on AWS.
 */

export type WorkerData = {
  file: string;
  handler: string;
  clock: SharedArrayBuffer;
  /** Where a debugger may attach; 0 is any free port. */
  inspectPort?: number | undefined;
};
/** Sent once the bundle is loaded. */
export type Ready = { inspectorUrl: string | undefined };
export type Invocation = {
  event: unknown;
  requestId: string;
  functionName: string;
  deadlineMs: number;
  clockOffsetMs: number;
};
/** `cpuMs`: the thread's CPU time, without waiting and without hashing in other threads. */
export type Outcome = { ok: true; result: unknown; cpuMs: number } | { ok: false; error: string };

const { file, handler, clock, inspectPort } = workerData as WorkerData;

/** Starts listening for a debugger, before there is anything to debug. */
const inspect = async (port: number): Promise<string | undefined> => {
  const inspector = await import('node:inspector');
  inspector.open(port, '127.0.0.1');
  // Another process has that port.
  if (!inspector.url()) inspector.open(0, '127.0.0.1');
  return inspector.url();
};
const inspectorUrl = inspectPort === undefined ? undefined : await inspect(inspectPort);

const offset = new BigInt64Array(clock);

// The clock that code reads through Date is the local cloud's; timers and performance.now are unchanged.
const RealDate = Date;
let clientOffset = 0;
const now = (): number => RealDate.now() + Number(Atomics.load(offset, 0)) + clientOffset;
globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, newTarget) => Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
  apply: () => new RealDate(now()).toString(),
  get: (target, property, receiver) => (property === 'now' ? now : Reflect.get(target, property, receiver)),
});

// Lambda's runtime puts these before whatever a function writes with `console`; what goes to standard output stays as it is.
let currentRequest = '';
for (const level of ['debug', 'error', 'info', 'log', 'warn'] as const) {
  const shown = level === 'log' ? 'INFO' : level.toUpperCase();
  console[level] = (...parts: unknown[]) => {
    process.stdout.write(`${new RealDate().toISOString()}\t${currentRequest}\t${shown}\t${format(...parts)}\n`);
  };
}

const bundle = (await import(pathToFileURL(file).href)) as Record<string, (event: unknown, context: object) => unknown>;

const tick = new Int32Array(new SharedArrayBuffer(4));
/** Milliseconds of CPU time of this thread. The kernel updates the figure when a thread sleeps, so this one does. */
const threadCpu = (): number => {
  Atomics.wait(tick, 0, 0, 0.05);
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
};

const invoke = async (invocation: Invocation): Promise<Outcome> => {
  const { event, requestId, functionName, deadlineMs } = invocation;
  // One event at a time: its clock is the instance's clock until the next event.
  clientOffset = invocation.clockOffsetMs;
  const end = performance.now() + deadlineMs;
  const context = { awsRequestId: requestId, functionName, getRemainingTimeInMillis: () => end - performance.now() };
  currentRequest = requestId;
  const before = threadCpu();
  try {
    const result = await bundle[handler]?.(event, context);
    return { ok: true, result, cpuMs: threadCpu() - before };
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.name : 'Error' };
  }
};

parentPort?.on('message', async (invocation: Invocation) => parentPort?.postMessage(await invoke(invocation)));
parentPort?.postMessage({ inspectorUrl } satisfies Ready);
