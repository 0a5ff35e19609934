import type { Watch } from '../../domain/events/watch.ts';
import type { Instant } from '../../domain/instant.ts';

/** Challenges to check after they have expired. */
export type Watches = {
  /** One for each user and minute, however often it is added. */
  add(watch: Watch): Promise<void>;
  /** Those that have expired by `until` and had not by `since`. */
  over(since: number, until: number): AsyncIterable<Watch>;
  remove(watch: Watch): Promise<void>;
  /** Until when all have been looked at; null before the first time. */
  lookedUntil(): Promise<Instant | null>;
  markLooked(until: Instant): Promise<void>;
};
