import type { Clock } from '../ports/clock.ts';

/** The only place that asks what time it is. */
export const systemClock: Clock = { now: () => Date.now() };
