import type { AwsCall } from '../local/aws/trace.ts';
import { bars } from './kit/bars.ts';
import type { Client } from './kit/client.ts';
import { picture, report, table } from './kit/report.ts';
import { quartiles } from './kit/statistics.ts';
import { startRival } from './rival.ts';
import { roundsOfOperations } from './rounds-of-operations.ts';

/*
 * What each operation costs: the CPU of its handler's thread, without the hash (another thread's) and without waiting;
 * its calls, units and bytes on the wire to AWS; and how many of its calls wait for one another. A rival takes turns
 * doing the same steps in its own process.
 */

/** Enough rounds that the just-in-time compiler has little left to gain, on either side. */
const WARM_UP = 60;
const ROUNDS = 30;

type Cost = { cpuMs: number[]; hops: number[]; bytes: number[]; calls: AwsCall[] };

/** The longest chain of calls in which each began after the previous one had ended. */
const hopsOf = (calls: AwsCall[]): number => {
  const sorted = calls.toSorted((a, b) => a.startedMs - b.startedMs);
  const depths: number[] = [];
  for (const call of sorted) {
    const before = sorted.map((other, index) =>
      other.startedMs + other.durationMs <= call.startedMs ? (depths[index] ?? 0) : 0,
    );
    depths.push(1 + Math.max(0, ...before));
  }
  return Math.max(0, ...depths);
};
const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
const span = (values: number[]): string => {
  const { low, median, high } = quartiles(values);
  return `${median.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`;
};

const measureOurs = async (client: Client, costs: Map<string, Cost>, round: () => ReturnType<Round>) => {
  for (const { step, answer } of await round()) {
    const cost = costs.get(step) ?? { cpuMs: [], hops: [], bytes: [], calls: [] };
    costs.set(step, cost);
    cost.calls = await client.callsOf(answer.requestId);
    cost.cpuMs.push(await client.cpuOf(answer.requestId));
    cost.hops.push(hopsOf(cost.calls));
    cost.bytes.push(sum(cost.calls.map(({ sentBytes, receivedBytes }) => sentBytes + receivedBytes)));
  }
};
type Round = Awaited<ReturnType<typeof roundsOfOperations>>;

export const measureOperations = async (client: Client): Promise<void> => {
  const rival = await startRival();
  try {
    const round = await roundsOfOperations(client);
    for (let count = 0; count < WARM_UP; count += 1) {
      await round();
      await rival.round();
    }
    const costs = new Map<string, Cost>();
    const theirs = new Map<string, { cpuMs: number[]; databaseCalls: number }>();
    for (let count = 0; count < ROUNDS; count += 1) {
      await measureOurs(client, costs, round);
      for (const { step, cpuMs, databaseCalls } of await rival.round()) {
        theirs.set(step, { cpuMs: [...(theirs.get(step)?.cpuMs ?? []), cpuMs], databaseCalls });
      }
    }
    const rows = [...costs].map(([step, { cpuMs, hops, bytes, calls }]) => [
      step,
      span(cpuMs),
      Math.min(...hops),
      calls.length,
      sum(calls.map(({ readUnits }) => readUnits)),
      sum(calls.map(({ writeUnits }) => writeUnits)),
      (quartiles(bytes).median / 1_000).toFixed(1),
    ]);
    const head = ['operation', 'CPU ms', 'hops', 'calls', 'read units', 'write units', 'KB to and from AWS'];
    report('operations', table(head, rows));

    const shared = [...theirs].map(([step, { cpuMs, databaseCalls }]) => {
      const our = costs.get(step);
      const ratio = our ? quartiles(our.cpuMs).median / quartiles(cpuMs).median : 0;
      return [step, our ? span(our.cpuMs) : '', span(cpuMs), ratio.toFixed(2), our?.calls.length ?? '', databaseCalls];
    });
    const beside = ['step', 'Sallyport, CPU ms', `${rival.name}, CPU ms`, 'ratio', 'AWS calls', 'their database calls'];
    report(
      'beside better-auth',
      `${table(beside, shared)}\n\n${rival.name} on ${rival.database}, ${ROUNDS} rounds in turn.`,
    );
    picture(
      'performance-cpu.svg',
      bars({
        title: 'CPU of a step without hashing',
        unit: 'ms',
        series: ['Sallyport', rival.name],
        rows: [...theirs].map(([step, { cpuMs }]) => {
          const our = costs.get(step);
          return { name: step, values: [our && quartiles(our.cpuMs).median, quartiles(cpuMs).median] };
        }),
      }),
    );
  } finally {
    await rival.stop();
  }
};
