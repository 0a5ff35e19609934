import type { IdempotencyRecord } from '../../domain/entities/idempotency-record.ts';
import type { PasswordToken } from '../../domain/entities/password-token.ts';
import type { User } from '../../domain/entities/user.ts';
import type { SecurityEvent } from '../../domain/events/security-event.ts';
import type { Instant } from '../../domain/instant.ts';
import type { ActorGone, ByAdministrator } from '../accounts/changes.ts';
import type { Move } from '../lifecycle/addresses.ts';

export type PasswordTokens = {
  get(userId: string, hash: string): Promise<PasswordToken | null>;
  /** Adds another invitation with its event, which invalidates earlier ones. Without a token, the mail brings one. */
  invite(
    invited: ByAdministrator & { token: PasswordToken | null; event: SecurityEvent },
  ): Promise<'issued' | 'done_before' | ActorGone | 'changed'>;
  /** For a mail that reports an event. */
  add(userId: string, token: PasswordToken): Promise<void>;
  /** Consumes a token, replaces it with another, ends every session, and removes the factor that has to be undone. */
  exchange(change: {
    user: User;
    token: PasswordToken;
    next: PasswordToken;
    /** The factor that was added after the mail, with the event of its removal. */
    undone: { generation: string; event: SecurityEvent } | null;
    /** The previous address, if the account gets it back. */
    restored: (Move & { event: SecurityEvent; undone: NonNullable<User['undoneAddresses']> }) | null;
    event: SecurityEvent;
    reply?: IdempotencyRecord | undefined;
    now: Instant;
  }): Promise<'exchanged' | 'token_gone' | 'email_taken' | 'changed'>;
  /** Consumes the token, sets the password, ends every session. */
  redeem(change: {
    user: User;
    token: PasswordToken;
    passwordHash: string;
    /** For an account without them. */
    preferences?: Pick<User, 'language' | 'timeZone'> | undefined;
    event: SecurityEvent;
    reply?: IdempotencyRecord | undefined;
    now: Instant;
  }): Promise<'set' | 'token_gone' | 'changed'>;
};
