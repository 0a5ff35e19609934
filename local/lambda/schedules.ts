import { randomUUID } from 'node:crypto';
import type { LocalSchedule } from '../template/schedules.ts';
import type { Lambdas } from './lambdas.ts';
import type { Outcome } from './worker.ts';

/** The rules in the templates that start functions at intervals; `run` starts them right away. */
export const startSchedules = (schedules: LocalSchedule[], lambdas: Lambdas) => {
  const start = ({ function: { id } }: LocalSchedule): Promise<Outcome> =>
    lambdas.invoke(id, { event: {}, requestId: `schedule-${randomUUID()}`, clockOffsetMs: 0 });
  const timers = schedules.map((schedule) => setInterval(() => void start(schedule), schedule.everyMs).unref());
  return {
    run: async (): Promise<{ function: string; ok: boolean }[]> =>
      Promise.all(
        schedules.map(async (schedule) => ({ function: schedule.function.id, ok: (await start(schedule)).ok })),
      ),
    stop: (): void => {
      for (const timer of timers) clearInterval(timer);
    },
  };
};
export type Schedules = ReturnType<typeof startSchedules>;
