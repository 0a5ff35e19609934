import type { Assembly } from './assembly.ts';
import type { LocalFunction } from './functions.ts';

/** A function that a rule starts at regular intervals. */
export type LocalSchedule = { function: LocalFunction; everyMs: number };

const UNITS: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 24 * 3_600_000 };

/** @throws Error for a schedule that has no local meaning */
export const readSchedules = (assembly: Assembly, functions: LocalFunction[]): LocalSchedule[] =>
  assembly.ofType('AWS::Events::Rule').flatMap(({ properties }) => {
    const { ScheduleExpression, Targets } = properties as { ScheduleExpression?: string; Targets: { Arn: string }[] };
    // One that waits for events.
    if (ScheduleExpression === undefined) return [];
    const [, count, unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(ScheduleExpression) ?? [];
    if (!count) throw new Error(`The schedule ${ScheduleExpression} has no local meaning yet`);
    return Targets.map(({ Arn }) => {
      const found = functions.find(({ arn }) => arn === Arn);
      if (!found) throw new Error(`No function ${Arn} for a schedule`);
      return { function: found, everyMs: Number(count) * (UNITS[unit] ?? 0) };
    });
  });
