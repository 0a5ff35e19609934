import type { Clock } from '../ports/clock.ts';

/** The only place that reads the current time. */
export const systemClock: Clock = { now: () => Date.now() };
