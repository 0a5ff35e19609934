import { setTimeout } from 'node:timers/promises';
import type { Outcome } from '../lambda/worker.ts';
import type { LocalFeed } from '../template/feeds.ts';

export type StreamRecord = {
  eventName?: string;
  dynamodb?: {
    SequenceNumber?: string;
    /** Seconds since the epoch. */
    ApproximateCreationDateTime?: number;
    Keys?: Record<string, object>;
    NewImage?: object;
  };
};
type Options = {
  feed: LocalFeed;
  invoke(records: StreamRecord[]): Promise<Outcome>;
  /** Receives the records that were tried often enough. */
  bury(records: StreamRecord[]): void;
  /** Ends the wait between two attempts. */
  signal?: AbortSignal;
};

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;

type Failures = { batchItemFailures?: { itemIdentifier: string }[] };

/** The record from which the batch has to be repeated; its length if it is done, null if the whole call failed. */
const doneUpTo = (records: StreamRecord[], outcome: Outcome, { reportsItems }: LocalFeed): number | null => {
  if (!outcome.ok) return null;
  if (!reportsItems) return records.length;
  const failed = ((outcome.result as Failures | null)?.batchItemFailures ?? []).map(({ itemIdentifier }) =>
    records.findIndex(({ dynamodb }) => dynamodb?.SequenceNumber === itemIdentifier),
  );
  return failed.length === 0 ? records.length : Math.max(0, Math.min(...failed));
};

/**
 * Calls the function with a batch as Lambda does: again from the first record that failed; in halves if the whole call
 * failed, which does not count as a retry; and not forever.
 */
export const invokeWithBatch = async (options: Options, records: StreamRecord[], tries = 0): Promise<void> => {
  const { feed, invoke, bury } = options;
  if (records.length === 0) return;
  const upTo = doneUpTo(records, await invoke(records), feed);
  if (upTo === records.length) return;
  await setTimeout(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** tries), null, { signal: options.signal });
  if (upTo === null && feed.bisects && records.length > 1) {
    const half = Math.ceil(records.length / 2);
    await invokeWithBatch(options, records.slice(0, half), tries);
    return invokeWithBatch(options, records.slice(half), tries);
  }
  const left = records.slice(upTo ?? 0);
  return tries < feed.retries ? invokeWithBatch(options, left, tries + 1) : bury(left);
};
