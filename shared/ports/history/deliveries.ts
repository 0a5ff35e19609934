import type { Happening } from '../../domain/events/happening.ts';

export type Deliveries = {
  /** Whether it is still to be delivered: false too where it is not there any more. */
  isDue(happening: Happening): Promise<boolean>;
  done(happening: Happening, now: number): Promise<void>;
};
