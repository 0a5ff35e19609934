import type { Instant } from '../domain/instant.ts';

/** Lower-case ULIDs: they sort by the time they were created. */
export type Ids = { next(now: Instant): string };
