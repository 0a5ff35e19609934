import type { Credential } from '../../domain/entities/credential.ts';
import type { IdempotencyRecord } from '../../domain/entities/idempotency-record.ts';
import type { PasswordToken } from '../../domain/entities/password-token.ts';
import type { User } from '../../domain/entities/user.ts';
import type { SecurityEvent } from '../../domain/events/security-event.ts';
import type { Instant } from '../../domain/instant.ts';
import type { ActorGone } from '../accounts/changes.ts';

/** Another address for an account: its password goes along, every session ends, and the previous address is free. */
export type Move = {
  user: User;
  credential: Credential;
  to: string;
  /** The password does not go along: someone else may know it. */
  withoutPassword?: true;
};

export type Addresses = {
  /** The owner's, by the link that was sent to the new address. */
  confirm(
    move: Move & {
      token: PasswordToken;
      event: SecurityEvent;
      reply?: IdempotencyRecord | undefined;
      now: Instant;
    },
  ): Promise<'moved' | 'email_taken' | 'token_gone' | 'changed'>;
  /**
   * An administrator's, or the operator's without an actor, for someone who has never set a password: another
   * invitation goes to the new address.
   */
  correct(
    move: Move & { actor: User | null; event: SecurityEvent },
  ): Promise<'moved' | 'email_taken' | ActorGone | 'changed'>;
};
