import type { SecurityEvent } from '../../domain/events/security-event.ts';

export type SecurityEvents = {
  /** Twice the same is once. */
  put(userId: string, event: SecurityEvent): Promise<void>;
  page(userId: string, limit: number, before?: string): Promise<{ events: SecurityEvent[]; next?: string }>;
};
