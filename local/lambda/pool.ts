import { setTimeout } from 'node:timers/promises';
import type { LocalFunction } from '../template/functions.ts';
import { type Instance, startInstance } from './instance.ts';
import type { Invocation, Outcome } from './worker.ts';

/** The task for an instance: an event, and the clock to use. */
export type Work = Pick<Invocation, 'event' | 'requestId' | 'clockOffsetMs'>;

export type PoolOptions = {
  clock: SharedArrayBuffer;
  /**
   * What every function gets in addition to its template's environment: the address of AWS, and the access key to sign
   * with.
   */
  environment(accessKeyId: string): Record<string, string>;
  newAccessKeyId(functionId: string): string;
  mostInstances: number;
  log(text: string): void;
  debug?: Debugging | undefined;
};

/** One instance, which a debugger may attach to and hold for as long as it likes. */
export type Debugging = { inspectPort: number; started(functionId: string, inspectorUrl: string): void };

const IDLE_MS = 60_000;
const LONGEST_MS = 24 * 3600 * 1_000;

/**
 * The instances of one function: one event each at a time, a cold start when all are busy, up to a limit; beyond it,
 * events wait for the next free instance.
 */
export const createPool = (fn: LocalFunction, options: PoolOptions) => {
  const { debug } = options;
  const mostInstances = debug ? 1 : options.mostInstances;
  const timeoutMs = debug ? LONGEST_MS : fn.timeoutMs;
  const idle: Instance[] = [];
  const all = new Set<Instance>();
  const waiting: (() => void)[] = [];
  let starting = 0;
  /** Instances of a replaced bundle are not used again. */
  const outdated = new WeakSet<Instance>();
  let renewals = 0;

  const start = async (): Promise<Instance> => {
    starting += 1;
    const renewalsBefore = renewals;
    try {
      const accessKeyId = options.newAccessKeyId(fn.id);
      const environment = options.environment(accessKeyId);
      const inspectPort = debug?.inspectPort;
      const instance = await startInstance({ ...options, inspectPort, function: fn, accessKeyId, environment });
      all.add(instance);
      if (renewalsBefore !== renewals) outdated.add(instance);
      if (instance.inspectorUrl) debug?.started(fn.id, instance.inspectorUrl);
      return instance;
    } catch (error) {
      // A bundle that does not load also fails for waiting events: each tries by itself.
      options.log(`${fn.id}: ${String(error)}\n`);
      waiting.shift()?.();
      throw error;
    } finally {
      starting -= 1;
    }
  };

  const acquire = async (): Promise<Instance> => {
    while (true) {
      const instance = idle.pop();
      if (instance) return instance;
      if (all.size + starting < mostInstances) return start();
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
  };

  const discard = async (instance: Instance): Promise<void> => {
    all.delete(instance);
    await instance.end();
  };

  /** Ends the instance first, unlike `discard`: the next one then gets its place and its debugger port. */
  const retire = async (instance: Instance): Promise<void> => {
    await instance.end();
    all.delete(instance);
    waiting.shift()?.();
  };

  const release = (instance: Instance): void => {
    instance.requestId = null;
    instance.idleSince = performance.now();
    if (outdated.has(instance)) {
      void retire(instance);
      return;
    }
    if (all.has(instance)) idle.push(instance);
    waiting.shift()?.();
  };

  return {
    function: fn,
    /** Runs one event; a function that takes too long is ended together with its instance. */
    async invoke(work: Work): Promise<Outcome> {
      const instance = await acquire().catch(() => null);
      if (!instance) return { ok: false, error: 'Runtime.ImportModuleError' };
      instance.requestId = work.requestId;
      const cancel = new AbortController();
      try {
        const invocation = { ...work, functionName: fn.id, deadlineMs: timeoutMs };
        const outcome = await Promise.race([
          instance.invoke(invocation),
          setTimeout(timeoutMs, null, { signal: cancel.signal }),
        ]);
        if (outcome === null || (!outcome.ok && outcome.error === 'Runtime.ExitError')) await discard(instance);
        return outcome ?? { ok: false, error: 'Sandbox.Timedout' };
      } finally {
        cancel.abort();
        release(instance);
      }
    },
    requestOf: (accessKeyId: string): string | null | undefined =>
      [...all].find((instance) => instance.accessKeyId === accessKeyId)?.requestId,
    /** Ends an instance in the middle of its work. */
    async kill(accessKeyId: string): Promise<void> {
      const instance = [...all].find((candidate) => candidate.accessKeyId === accessKeyId);
      if (instance) await discard(instance);
    },
    /** Releases instances that have been idle for a while. */
    async trim(): Promise<void> {
      if (debug) return;
      const old = idle.filter(({ idleSince }) => performance.now() - idleSince > IDLE_MS);
      for (const instance of old) {
        idle.splice(idle.indexOf(instance), 1);
        await discard(instance);
      }
    },
    /** The bundle has changed: the next event goes to an instance that has loaded the new one. */
    async renew(): Promise<void> {
      renewals += 1;
      for (const instance of all) outdated.add(instance);
      await Promise.all(idle.splice(0).map(retire));
    },
    async stop(): Promise<void> {
      await Promise.all([...all].map(discard));
    },
  };
};
export type Pool = ReturnType<typeof createPool>;
