import type { IdempotencyRecord } from '../../domain/entities/idempotency-record.ts';
import type { Session } from '../../domain/entities/session.ts';
import type { User } from '../../domain/entities/user.ts';
import type { SecurityEvent } from '../../domain/events/security-event.ts';
import type { Instant } from '../../domain/instant.ts';

/*
 * Ports of the table: a method is one intent and one write. Its conditions are inside, what they found is its result, and
 * anything else that goes wrong is a Failure `temporarily_unavailable`.
 */

/** What the holder of a session does to their own account: its token changes, and every other session ends. */
export type OwnChange = {
  user: User;
  session: Session;
  /** The same session under its next token. */
  rotated: Session;
  event: SecurityEvent;
  /** The answer, for whoever asks the same again. */
  reply?: IdempotencyRecord | undefined;
  now: Instant;
};

/**
 * What an administrator does to an account. That they still are one, as they were authenticated, is a condition of the
 * write itself; null: whoever holds the keys of the deployment.
 */
export type ByAdministrator = { actor: User | null; user: User; reply?: IdempotencyRecord | undefined; now: Instant };

/** The administrator is none any more, or their session was ended since. */
export type ActorGone = 'actor_gone';
