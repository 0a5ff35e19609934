import type { Erasure } from '../../domain/entities/erasure.ts';
import type { IdempotencyRecord } from '../../domain/entities/idempotency-record.ts';
import type { Session } from '../../domain/entities/session.ts';
import type { User } from '../../domain/entities/user.ts';
import type { SecurityEvent } from '../../domain/events/security-event.ts';
import type { Instant } from '../../domain/instant.ts';
import type { ActorGone } from '../accounts/changes.ts';

export type Deletion = {
  user: User;
  erasure: Erasure;
  /** The session of an owner who deletes their own account. */
  session?: Session;
  /** The administrator who deletes someone else's, and the event for the administrator's own history. */
  by?: { actor: User; event: SecurityEvent };
  /** A deletion that is repeated in a restored table happened, whoever is left there. */
  evenLast?: true;
  reply?: IdempotencyRecord | undefined;
  now: Instant;
};

export type Deletions = {
  /** Ends the account at once: no sign-in, session or link works, and its address is free. */
  delete(deletion: Deletion): Promise<'deleted' | 'last_administrator' | 'done_before' | ActorGone | 'changed'>;
  /** Erasures of users who were deleted at `before` or earlier, oldest first. */
  due(before: Instant): AsyncGenerator<Erasure>;
  /** Deletes what deletion leaves: sessions, links, sign-ins, events, notices. May be repeated. */
  eraseItems(userId: string): Promise<void>;
  /** Nothing names this user any longer. */
  done(erasure: Pick<Erasure, 'id'>): Promise<void>;
};
