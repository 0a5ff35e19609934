/** A point in time: whole milliseconds since the Unix epoch. */
export type Instant = number;

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** ISO 8601 in UTC, ending in `Z`: the only form in which a time leaves the product. */
export const iso = (instant: Instant): string => new Date(instant).toISOString();

/** What `expiresAt` means everywhere: at that very instant the item has expired. */
export const isOver = (expiresAt: Instant, now: Instant): boolean => expiresAt <= now;

/** DynamoDB's TTL attribute: seconds since the epoch, plus a day, since it is only for cleaning up. */
export const ttlAfter = (instant: Instant): number => Math.ceil((instant + DAY) / SECOND);
