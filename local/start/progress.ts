const EVERY_MS = 15_000;

/** Reports what a start is doing, with the seconds that it has taken so far. */
export const createProgress = () => {
  const started = performance.now();
  const say = (text: string): void =>
    console.log(`[${((performance.now() - started) / 1_000).toFixed(1).padStart(5)} s] ${text}`);
  return {
    say,
    /** Reports now and then that a step is still running, so that a slow machine does not look like one that hangs. */
    async during<T>(step: string, work: () => Promise<T>): Promise<T> {
      say(step);
      const reminder = setInterval(() => say(`Still at it: ${step}`), EVERY_MS);
      try {
        return await work();
      } finally {
        clearInterval(reminder);
      }
    },
  };
};
