import type { Watch } from '../../domain/events/watch.ts';

/** Challenges to look at when they are over. */
export type Watches = {
  /** One for each user and minute, however often. */
  add(watch: Watch): Promise<void>;
  /** Those that are over at `until` and were not `since`. */
  over(since: number, until: number): AsyncIterable<Watch>;
  remove(watch: Watch): Promise<void>;
};
