/** A point in time: whole milliseconds since the Unix epoch. */
export type Instant = number;

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** ISO 8601 in UTC, ending in `Z`: the only form in which a time leaves the product. */
export const iso = (instant: Instant): string => new Date(instant).toISOString();

/** What `expiresAt` means everywhere: at that very instant it is over. */
export const isOver = (expiresAt: Instant, now: Instant): boolean => expiresAt <= now;

/** DynamoDB's TTL attribute: seconds since the epoch, a day late, since it only tidies up. */
export const ttlAfter = (instant: Instant): number => Math.ceil((instant + DAY) / SECOND);
