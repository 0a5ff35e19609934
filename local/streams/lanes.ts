import { createHash } from 'node:crypto';
import type { StreamRecord } from './batch.ts';

type Options = {
  /** How many batches may be in progress at once. */
  count: number;
  batchSize: number;
  /** The key by which order is kept: records of one partition are delivered one after the other. */
  partitionOf(record: StreamRecord): string;
  deliver(records: StreamRecord[]): Promise<void>;
  /** Drops what is waiting: the next start reads the stream from its beginning. */
  signal: AbortSignal;
  log(text: string): void;
};
type Lane = { waiting: StreamRecord[]; running: Promise<void> | null };

/** A reader this far ahead of the deliveries waits for them. */
const MOST_WAITING = 10_000;

/**
 * A shard in lanes, like Lambda's parallelization factor: the partition key decides the lane, and a record that fails
 * holds up only its own lane.
 */
export const createLanes = ({ count, batchSize, partitionOf, deliver, signal, log }: Options) => {
  const lanes: Lane[] = Array.from({ length: count }, () => ({ waiting: [], running: null }));

  const laneOf = (record: StreamRecord): Lane => {
    const hash = createHash('sha256').update(partitionOf(record)).digest().readUInt32BE();
    return lanes[hash % count] as Lane;
  };
  const run = async (lane: Lane): Promise<void> => {
    while (lane.waiting.length > 0) {
      await deliver(lane.waiting.splice(0, batchSize)).catch((error: unknown) => {
        if (!signal.aborted) log(`stream: ${String(error)}\n`);
      });
      if (signal.aborted) lane.waiting.length = 0;
    }
    lane.running = null;
  };

  return {
    /** Takes records in order; it waits only while far too many are waiting already. */
    async push(records: StreamRecord[]): Promise<void> {
      for (const record of records) laneOf(record).waiting.push(record);
      for (const lane of lanes) if (lane.waiting.length > 0) lane.running ??= run(lane);
      while (lanes.reduce((sum, { waiting }) => sum + waiting.length, 0) > MOST_WAITING) {
        await Promise.race(lanes.flatMap(({ running }) => running ?? []));
      }
    },
    /** Resolves when nothing is waiting or in progress. */
    async idle(): Promise<void> {
      await Promise.all(lanes.map(({ running }) => running));
    },
  };
};
