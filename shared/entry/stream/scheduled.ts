import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import { errorFacts } from '../error-facts.ts';

/** Scheduled work: one log line reports the result. A failure is also passed on to Lambda. */
export const scheduled =
  (operation: string, { clock, log }: { clock: Clock; log: Log }, work: (now: number) => Promise<object>) =>
  async (): Promise<void> => {
    try {
      log({ level: 'INFO', operation, outcome: 'ok', ...(await work(clock.now())) });
    } catch (error) {
      log({ level: 'ERROR', operation, outcome: 'failed', error: errorFacts(error) });
      throw error;
    }
  };
