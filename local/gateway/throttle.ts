/** The stage's token bucket: `burst` at once, refilled at `rate` per second. */
export const createThrottle = ({ rate, burst }: { rate: number; burst: number }) => {
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
