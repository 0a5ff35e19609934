import { setTimeout } from 'node:timers/promises';
import type { Outcome } from '../lambda/worker.ts';
import type { LocalFeed } from '../template/feeds.ts';

export type StreamRecord = { eventName?: string; dynamodb?: { SequenceNumber?: string; NewImage?: object } };
type Options = {
  feed: LocalFeed;
  invoke(records: StreamRecord[]): Promise<Outcome>;
  /** Takes what was tried often enough. */
  bury(records: StreamRecord[]): void;
};

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;

type Failures = { batchItemFailures?: { itemIdentifier: string }[] };

/** From which record on the batch is to come again; its length if it is done, null if the whole call failed. */
const doneUpTo = (records: StreamRecord[], outcome: Outcome, { reportsItems }: LocalFeed): number | null => {
  if (!outcome.ok) return null;
  if (!reportsItems) return records.length;
  const failed = ((outcome.result as Failures | null)?.batchItemFailures ?? []).map(({ itemIdentifier }) =>
    records.findIndex(({ dynamodb }) => dynamodb?.SequenceNumber === itemIdentifier),
  );
  return failed.length === 0 ? records.length : Math.max(0, Math.min(...failed));
};

/** Calls the function with a batch as Lambda does: again from the first that failed, in halves, and then no more. */
export const deliverBatch = async (options: Options, records: StreamRecord[], tries = 0): Promise<void> => {
  const { feed, invoke, bury } = options;
  if (records.length === 0) return;
  const upTo = doneUpTo(records, await invoke(records), feed);
  if (upTo === records.length) return;
  const left = records.slice(upTo ?? 0);
  if (tries >= feed.retries) {
    bury(left);
    return;
  }
  await setTimeout(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** tries));
  // A success in between begins anew: what failed is now the first.
  const next = upTo ? 0 : tries + 1;
  if (!feed.bisects || left.length === 1) return deliverBatch(options, left, next);
  const half = Math.ceil(left.length / 2);
  await deliverBatch(options, left.slice(0, half), next);
  await deliverBatch(options, left.slice(half), next);
};
