import type { SecurityEvent } from '../../domain/events/security-event.ts';

export type SecurityEvents = {
  /** Writing the same event twice has no further effect. */
  put(userId: string, event: SecurityEvent): Promise<void>;
  page(userId: string, limit: number, before?: string): Promise<{ events: SecurityEvent[]; next?: string }>;
};
