import type { IdempotencyRecord } from '../../domain/entities/idempotency-record.ts';
import type { Session } from '../../domain/entities/session.ts';
import type { User } from '../../domain/entities/user.ts';
import type { SecurityEvent } from '../../domain/events/security-event.ts';
import type { Instant } from '../../domain/instant.ts';
import type { OwnChange } from './changes.ts';

export type Sessions = {
  find(userId: string, hash: string): Promise<{ session: Session; user: User } | null>;
  touch(userId: string, session: Session, now: Instant): Promise<void>;
  /** False: there is no such session (any more). */
  end(
    userId: string,
    hash: string,
    noted?: { event: SecurityEvent; reply?: IdempotencyRecord | undefined; now: Instant },
  ): Promise<boolean>;
  /** All of a user as they were read, also those whose time is over. */
  list(user: User): Promise<Session[]>;
  /** All but the one given, and every open challenge. */
  endOthers(change: OwnChange): Promise<'ended' | 'done_before' | 'changed'>;
};
