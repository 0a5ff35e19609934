import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import { errorFacts } from '../error-facts.ts';

/** Work that a schedule starts: one line in the log says what came of it. A failure is Lambda's to see, too. */
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
