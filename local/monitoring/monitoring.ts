import type { SharedClock } from '../lambda/clock.ts';
import type { Assembly } from '../template/assembly.ts';
import type { LocalFunction } from '../template/functions.ts';
import { type AlarmState, createAlarms } from './alarms.ts';
import { createMetrics } from './metrics.ts';

/** What CloudWatch would know, and which alarms would go off. */
export const createMonitoring = (assembly: Assembly, functions: LocalFunction[], clock: SharedClock) => {
  const metrics = createMetrics(functions);
  const alarms = createAlarms(assembly, metrics);
  /** By the local cloud's clock, as one client's requests see it. */
  const now = (client?: string): number =>
    Date.now() + clock.offsetMs() + (client === undefined ? 0 : clock.offsetOf(client));
  return {
    wrote: (text: string): void => metrics.readLines(text),
    answered: (client: string, status: number, latencyMs: number): void =>
      metrics.answered(status, latencyMs, now(client)),
    failed: (id: string): void => metrics.failed(id, now()),
    throttledFunction: (): void => metrics.throttledFunction(now()),
    throttledTable: (action: string): void => metrics.throttledTable(action, now()),
    /** `at`: when the oldest record of a batch was written. */
    read: (id: string, at: number): void => metrics.late(id, now() - at, now()),
    states(undelivered: number): AlarmState[] {
      metrics.undelivered(undelivered, now());
      return alarms(now());
    },
  };
};
export type Monitoring = ReturnType<typeof createMonitoring>;
