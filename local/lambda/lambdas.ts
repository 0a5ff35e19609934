import { randomBytes } from 'node:crypto';
import type { Trace } from '../aws/trace.ts';
import type { LocalFunction } from '../template/functions.ts';
import { REGION } from '../template/names.ts';
import type { SharedClock } from './clock.ts';
import { createPool, type Pool, type Work } from './pool.ts';
import type { Outcome } from './worker.ts';

type Options = {
  functions: LocalFunction[];
  clock: SharedClock;
  trace: Trace;
  mostInstances: number;
  log(text: string): void;
  /** Hears of every function that failed. */
  onFailure(functionId: string): void;
  /**
   * One instance of each function, listening for a debugger: the first on this port, the others on the ports after it.
   */
  debug?: DebugOptions | undefined;
};
/** Port 0: each on a free port. */
export type DebugOptions = { port: number; started(functionId: string, inspectorUrl: string): void };

const TRIM_EVERY_MS = 10_000;

/** All functions. Each instance signs with its own access key, which identifies the caller to the local AWS. */
export const createLambdas = ({ functions, clock, trace, mostInstances, log, onFailure, debug }: Options) => {
  const owners = new Map<string, string>();
  let awsUrl = '';

  const newAccessKeyId = (functionId: string): string => {
    const accessKeyId = `LOCAL${randomBytes(8).toString('hex').toUpperCase()}`;
    owners.set(accessKeyId, functionId);
    return accessKeyId;
  };
  const environment = (accessKeyId: string): Record<string, string> => ({
    AWS_REGION: REGION,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: awsUrl,
    AWS_ENDPOINT_URL_KMS: awsUrl,
    AWS_ENDPOINT_URL_SESV2: awsUrl,
    AWS_ENDPOINT_URL_EVENTBRIDGE: awsUrl,
  });
  const options = { clock: clock.buffer, environment, newAccessKeyId, mostInstances, log };
  // Sorted by name, so it is the same at every start.
  const names = functions.map(({ id }) => id).sort();
  const debugOf = (id: string) =>
    debug && { ...debug, inspectPort: debug.port === 0 ? 0 : debug.port + names.indexOf(id) };
  const pools = new Map<string, Pool>(
    functions.map((fn) => [fn.id, createPool(fn, { ...options, debug: debugOf(fn.id) })]),
  );
  const trimming = setInterval(() => void Promise.all([...pools.values()].map((pool) => pool.trim())), TRIM_EVERY_MS);
  trimming.unref();

  return {
    /** Gives the functions the address of AWS; call it before the first event. */
    connect(url: string): void {
      awsUrl = url;
    },
    async invoke(functionId: string, work: Work): Promise<Outcome> {
      const pool = pools.get(functionId);
      if (!pool) throw new Error(`There is no function ${functionId}`);
      const outcome = await pool.invoke(work);
      const { requestId } = work;
      if (!outcome.ok) onFailure(functionId);
      if (outcome.ok) trace.invocations.add({ requestId, function: functionId, cpuMs: outcome.cpuMs });
      return outcome;
    },
    identify(accessKeyId: string): { function: string; requestId: string } | undefined {
      const owner = owners.get(accessKeyId);
      if (owner === undefined) return undefined;
      return { function: owner, requestId: pools.get(owner)?.requestOf(accessKeyId) ?? 'init' };
    },
    async kill(accessKeyId: string): Promise<void> {
      await pools.get(owners.get(accessKeyId) ?? '')?.kill(accessKeyId);
    },
    /** The function's bundle has changed. */
    async renew(functionId: string): Promise<void> {
      await pools.get(functionId)?.renew();
    },
    async stop(): Promise<void> {
      clearInterval(trimming);
      await Promise.all([...pools.values()].map((pool) => pool.stop()));
    },
  };
};
export type Lambdas = ReturnType<typeof createLambdas>;
