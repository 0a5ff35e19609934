import type { IdempotencyRecord } from '../../domain/entities/idempotency-record.ts';
import type { Session } from '../../domain/entities/session.ts';
import type { User } from '../../domain/entities/user.ts';
import type { SecurityEvent } from '../../domain/events/security-event.ts';
import type { Instant } from '../../domain/instant.ts';

/*
 * Ports to the table: each method is one intent and one write. It includes its conditions and returns what they found;
 * anything else that goes wrong is a Failure `temporarily_unavailable`.
 */

/**
 * A change that a session's holder makes to their own account: the session's token changes, and all other sessions end.
 */
export type OwnChange = {
  user: User;
  session: Session;
  /** The same session with its new token. */
  rotated: Session;
  event: SecurityEvent;
  /** The answer, kept for a repeated request. */
  reply?: IdempotencyRecord | undefined;
  now: Instant;
};

/**
 * A change that an administrator makes to an account. The write itself requires that they are still the administrator
 * who was authenticated; null stands for the operator, who holds the deployment's AWS credentials.
 */
export type ByAdministrator = { actor: User | null; user: User; reply?: IdempotencyRecord | undefined; now: Instant };

/** The caller is no longer an administrator, or their session has ended since. */
export type ActorGone = 'actor_gone';
