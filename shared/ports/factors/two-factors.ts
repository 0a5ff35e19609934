import type { RecoveryCodes, StoredRecoveryCode } from '../../domain/entities/recovery-codes.ts';
import type { Setup } from '../../domain/entities/setup.ts';
import type { Challenge, CounterName, TwoFactor } from '../../domain/entities/two-factor.ts';
import type { User } from '../../domain/entities/user.ts';
import type { SecurityEvent } from '../../domain/events/security-event.ts';
import type { Instant } from '../../domain/instant.ts';
import type { ProofKind } from '../../domain/limits/second-factor-limit.ts';
import type { Wait } from '../../domain/limits/throttle.ts';
import type { ActorGone, ByAdministrator, OwnChange } from '../accounts/changes.ts';
import type { Reservation } from '../limits/limits.ts';

/** How a second factor was proven, which is what the completing transaction consumes, whatever it completes. */
export type SecondFactorProof = { counterName: CounterName } & (
  | { kind: 'totp'; timeStep: number; generation: string }
  | { kind: 'bypass_code'; hash: string; now: Instant; event: SecurityEvent }
  | { kind: 'recovery_code'; usedHash: string; newHash: string; replacement: StoredRecoveryCode; event: SecurityEvent }
);

/** An attempt at a user's second factor, charged to this counter. */
export type SecondFactorAttempt = { user: User; kind: ProofKind; counterName: CounterName; name: string; now: Instant };

type Reserved = { twoFactor: TwoFactor; challenge: Challenge };

type BypassCode = NonNullable<TwoFactor['bypassCode']>;

export type TwoFactors = {
  get(userId: string): Promise<TwoFactor | null>;
  /** Adds a challenge, and ends others of its kind if there are too many. */
  startChallenge(
    userId: string,
    twoFactor: TwoFactor,
    started: { hash: string; challenge: Challenge; now: Instant },
  ): Promise<'started' | 'changed'>;
  /**
   * Spends one attempt of the challenge and the user before the code is compared. Null: there is no such challenge, it
   * has no attempts left, or it is older than a change that ended it; nothing is spent then.
   */
  reserveAttempt(attempt: SecondFactorAttempt & { challengeHash: string }): Promise<Reserved | Wait | null>;
  /** The same without a challenge, for a session that confirms its identity. Null: 2FA is off. */
  reserveSecondFactor(attempt: SecondFactorAttempt): Promise<TwoFactor | Wait | null>;
  /** Gives back an attempt that compared nothing. */
  refundSecondFactor(
    attempt: Omit<SecondFactorAttempt, 'name'> & Reservation & { challengeHash?: string },
  ): Promise<void>;
  /** Ends the waits for codes from the app, but keeps the failures in a row. */
  liftWaits(change: ByAdministrator & { event: SecurityEvent }): Promise<'lifted' | ActorGone | 'changed'>;
  /** Rotates the session's token and marks the session as confirmed; consumes the proof if 2FA is on. */
  confirmIdentity(
    confirmation: Omit<OwnChange, 'event'> & { proof: SecondFactorProof | null },
  ): Promise<'confirmed' | 'code_used' | 'done_before' | 'changed'>;
  /** Replaces any current factor with the one from the setup; ends the user's other sessions. */
  enable(
    change: OwnChange & {
      setup: Setup;
      replaced: TwoFactor | null;
      twoFactor: TwoFactor;
      recoveryCodes: RecoveryCodes;
    },
  ): Promise<'enabled' | 'setup_gone' | 'done_before' | 'changed'>;
  /** A new bypass code replaces an unused one. */
  issueBypassCode(
    issue: ByAdministrator & { pass: BypassCode; event: SecurityEvent },
  ): Promise<'issued' | 'not_enabled' | 'done_before' | ActorGone | 'changed'>;
  /** Removes the factor, recovery codes and pending setup; ends all sessions except the caller's. */
  disable(change: OwnChange): Promise<'disabled' | 'not_enabled' | 'done_before' | 'changed'>;
  /** The same for someone else's account: every session ends. */
  reset(
    change: ByAdministrator & { event: SecurityEvent },
  ): Promise<'disabled' | 'not_enabled' | 'done_before' | ActorGone | 'changed'>;
};
