import { setTimeout } from 'node:timers/promises';

/** A problem that may pass in a moment. */
export class Trouble extends Error {}

const PATIENCE_MS = 300_000;
const PAUSE_MS = 1_000;

/** Keeps trying for minutes while the error is Trouble: on a busy machine, the first calls of all parts are slow. */
export const patiently = async <T>(work: () => Promise<T>): Promise<T> => {
  const deadline = performance.now() + PATIENCE_MS;
  while (true) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Trouble) || performance.now() > deadline) throw error;
      await setTimeout(PAUSE_MS);
    }
  }
};
