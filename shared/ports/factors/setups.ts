import type { Setup } from '../../domain/entities/setup.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Reservation } from '../limits/limits.ts';

export type Setups = {
  /** A new setup replaces the pending one. */
  put(userId: string, setup: Setup): Promise<void>;
  /** Spends one attempt before the code is compared. Null: unknown, replaced, expired, or no attempts left. */
  reserveAttempt(userId: string, setupId: string, name: string, now: Instant): Promise<Setup | null>;
  refundAttempt(userId: string, setupId: string, reservation: Reservation): Promise<void>;
};
