import type { LocalThrottle } from '../template/functions.ts';

/** A token bucket: `burst` at once, refilled at `rate` per second. */
const createBucket = ({ rate, burst }: LocalThrottle) => {
  let tokens = burst;
  let filledAt = performance.now();
  return {
    take(): boolean {
      const now = performance.now();
      tokens = Math.min(burst, tokens + ((now - filledAt) / 1_000) * rate);
      filledAt = now;
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
};

/** The buckets of a stage: one for each route with its own settings, and one that all others share. */
export const createThrottle = (stage: LocalThrottle & { routeThrottles: Record<string, LocalThrottle> }) => {
  const shared = createBucket(stage);
  const buckets = new Map(Object.entries(stage.routeThrottles).map(([key, own]) => [key, createBucket(own)]));
  return { take: (routeKey: string): boolean => (buckets.get(routeKey) ?? shared).take() };
};
