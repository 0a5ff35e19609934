import type { IdempotencyRecord } from '../../domain/entities/idempotency-record.ts';
import type { Session } from '../../domain/entities/session.ts';
import type { User } from '../../domain/entities/user.ts';
import type { SecurityEvent } from '../../domain/events/security-event.ts';
import type { Instant } from '../../domain/instant.ts';
import type { ActorGone, ByAdministrator, OwnChange } from './changes.ts';

export type Sessions = {
  find(userId: string, hash: string): Promise<{ session: Session; user: User } | null>;
  touch(userId: string, session: Session, now: Instant): Promise<void>;
  /** False: there is no such session, or it has ended. */
  end(
    userId: string,
    hash: string,
    noted?: { event: SecurityEvent; reply?: IdempotencyRecord | undefined; now: Instant },
  ): Promise<boolean>;
  /** All sessions of a user as they were read, including expired ones. */
  list(user: User): Promise<Session[]>;
  /** Ends all sessions of a user, and every open challenge: an administrator's decision. */
  endAll(change: ByAdministrator & { event: SecurityEvent }): Promise<'ended' | 'done_before' | ActorGone | 'changed'>;
  /** Ends all sessions except the given one, and every open challenge. */
  endOthers(change: OwnChange): Promise<'ended' | 'done_before' | 'changed'>;
};
