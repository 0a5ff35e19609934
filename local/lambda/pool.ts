import { setTimeout } from 'node:timers/promises';
import type { LocalFunction } from '../template/functions.ts';
import { type Instance, startInstance } from './instance.ts';
import type { Invocation, Outcome } from './worker.ts';

/** What an instance is to do: an event, and the clock to see. */
export type Work = Pick<Invocation, 'event' | 'requestId' | 'clockOffsetMs'>;

export type PoolOptions = {
  clock: SharedArrayBuffer;
  /** What every function gets besides its template's environment: where AWS is, and who signs. */
  environment(accessKeyId: string): Record<string, string>;
  newAccessKeyId(functionId: string): string;
  mostInstances: number;
  log(text: string): void;
};

const IDLE_MS = 60_000;

/**
 * The instances of one function: one event each at a time, a cold start when all are busy, up to a limit; beyond it,
 * events wait for the next free one.
 */
export const createPool = (fn: LocalFunction, options: PoolOptions) => {
  const idle: Instance[] = [];
  const all = new Set<Instance>();
  const waiting: (() => void)[] = [];
  let starting = 0;

  const start = async (): Promise<Instance> => {
    starting += 1;
    try {
      const accessKeyId = options.newAccessKeyId(fn.id);
      const environment = options.environment(accessKeyId);
      const instance = await startInstance({ ...options, function: fn, accessKeyId, environment });
      all.add(instance);
      return instance;
    } catch (error) {
      // A bundle that does not load fails for whoever waits, too: each tries by itself.
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
      if (all.size + starting < options.mostInstances) return start();
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
  };

  const release = (instance: Instance): void => {
    instance.requestId = null;
    instance.idleSince = performance.now();
    if (all.has(instance)) idle.push(instance);
    waiting.shift()?.();
  };

  const discard = async (instance: Instance): Promise<void> => {
    all.delete(instance);
    await instance.end();
  };

  return {
    function: fn,
    /** Runs one event; a function that takes too long is ended, and its instance with it. */
    async invoke(work: Work): Promise<Outcome> {
      const instance = await acquire().catch(() => null);
      if (!instance) return { ok: false, error: 'Runtime.ImportModuleError' };
      instance.requestId = work.requestId;
      const cancel = new AbortController();
      try {
        const invocation = { ...work, functionName: fn.id, deadlineMs: fn.timeoutMs };
        const outcome = await Promise.race([
          instance.invoke(invocation),
          setTimeout(fn.timeoutMs, null, { signal: cancel.signal }),
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
    /** Lets go of instances that have had nothing to do for a while. */
    async trim(): Promise<void> {
      const old = idle.filter(({ idleSince }) => performance.now() - idleSince > IDLE_MS);
      for (const instance of old) {
        idle.splice(idle.indexOf(instance), 1);
        await discard(instance);
      }
    },
    async stop(): Promise<void> {
      await Promise.all([...all].map(discard));
    },
  };
};
export type Pool = ReturnType<typeof createPool>;
