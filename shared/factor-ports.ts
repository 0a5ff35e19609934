import type { KeptReply } from './domain/entities/kept-reply.ts';
import type { RecoveryCodes, StoredRecoveryCode } from './domain/entities/recovery-codes.ts';
import type { SecurityEvent } from './domain/entities/security-event.ts';
import type { Session } from './domain/entities/session.ts';
import type { Setup } from './domain/entities/setup.ts';
import type { Challenge, Guesser, TwoFactor } from './domain/entities/two-factor.ts';
import type { User } from './domain/entities/user.ts';
import type { Instant } from './domain/instant.ts';
import type { Wait } from './domain/throttle.ts';

/* What the use cases need of the table for second factors; as in store-ports.ts. */

/** How a second factor was proven: what the completing transaction consumes, whatever it completes. */
export type SecondFactorProof = { guesser: Guesser } & (
  | { kind: 'totp'; step: number; generation: string }
  | { kind: 'one_time_pass'; hash: string; now: Instant; event: SecurityEvent }
  | { kind: 'recovery_code'; usedHash: string; newHash: string; replacement: StoredRecoveryCode; event: SecurityEvent }
);

export type IdentityConfirmation = { user: User; session: Session; rotated: Session; now: Instant };

export type GuessAttempt = { userId: string; kind: SecondFactorProof['kind']; now: Instant };
export type Reserved = { twoFactor: TwoFactor; challenge: Challenge };

export type OneTimePass = NonNullable<TwoFactor['oneTimePass']>;

export type TwoFactors = {
  get(userId: string): Promise<TwoFactor | null>;
  /** Adds a challenge, ending the oldest where there are too many. */
  startChallenge(
    userId: string,
    twoFactor: TwoFactor,
    started: { hash: string; challenge: Challenge; now: Instant },
  ): Promise<'started' | 'changed'>;
  /** Spends one attempt of challenge and user before the code is looked at. Null: no such challenge, or none left. */
  reserveAttempt(attempt: GuessAttempt & { challengeHash: string }): Promise<Reserved | Wait | null>;
  /** The same without a challenge, for a session that proves its identity. Null: 2FA is off. */
  reserveGuess(attempt: GuessAttempt & { guesser: Guesser }): Promise<TwoFactor | Wait | null>;
  /** Rotates the session's token and stamps it as confirmed; consumes the proof where 2FA is on. */
  confirmIdentity(
    confirmation: IdentityConfirmation & { proof: SecondFactorProof | null },
  ): Promise<'confirmed' | 'code_used' | 'changed'>;
  /** Replaces whatever factor there was by the set-up's; ends the user's other sessions. */
  enable(change: {
    user: User;
    session: Session;
    setup: Setup;
    replaced: TwoFactor | null;
    twoFactor: TwoFactor;
    recoveryCodes: RecoveryCodes;
    event: SecurityEvent;
    reply?: KeptReply | undefined;
    now: Instant;
  }): Promise<'enabled' | 'setup_gone' | 'changed'>;
  /** Another pass replaces one that was not used. */
  issueOneTimePass(issue: {
    user: User;
    pass: OneTimePass;
    event: SecurityEvent;
  }): Promise<'issued' | 'not_enabled' | 'changed'>;
  /** Removes factor, recovery codes and pending set-up; ends all sessions but the one given. */
  disable(change: {
    user: User;
    session: Session | null;
    event: SecurityEvent;
    now: Instant;
  }): Promise<'disabled' | 'not_enabled' | 'changed'>;
};

export type Setups = {
  /** A new set-up replaces the pending one. */
  put(userId: string, setup: Setup): Promise<void>;
  /** Spends one attempt before the code is looked at. Null: unknown, replaced, expired, or no attempt left. */
  reserveAttempt(userId: string, setupId: string, now: Instant): Promise<Setup | null>;
};

export type RecoveryCodeSets = {
  get(userId: string): Promise<RecoveryCodes | null>;
  find(userId: string, hash: string): Promise<StoredRecoveryCode | null>;
  /** Replaces the whole set; ends the user's other sessions. */
  regenerate(change: {
    user: User;
    session: Session;
    recoveryCodes: RecoveryCodes;
    event: SecurityEvent;
    reply?: KeptReply | undefined;
    now: Instant;
  }): Promise<'regenerated' | 'not_enabled' | 'done_before' | 'changed'>;
};
