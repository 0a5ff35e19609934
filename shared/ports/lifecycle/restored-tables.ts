import type { SecurityEvent } from '../../domain/events/security-event.ts';
import type { Access, Cure } from '../../domain/restore/cure.ts';

/** That there was a user, as their deletion left it. */
export type Departed = { userId: string; actorId: string; deletedAt: number };

/** A table that was restored to a point in time, or the newer one that it replaces. */
export type RestoredTables = {
  /** Whether the table was made by a restore, of which table, and whether its changes are told. */
  origin(): Promise<{ isRestored: boolean; from?: string | undefined; hasStream: boolean }>;
  /** Scans the table. */
  userIds(): AsyncGenerator<string>;
  /** Scans the table. */
  departed(): AsyncGenerator<Departed>;
  access(userId: string): Promise<Access | null>;
  /** Deletes what must not be valid a second time: sessions, links, set-ups, devices, answers. @returns how many items */
  removePassing(): Promise<number>;
  /** One transaction. @param event for the owner, if the cure withdraws recovery codes */
  heal(access: Access, cure: Cure, event: SecurityEvent): Promise<'healed' | 'changed'>;
};
