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

/** How a second factor was proven: what the completing transaction consumes, whatever it completes. */
export type SecondFactorProof = { counterName: CounterName } & (
  | { kind: 'totp'; timeStep: number; generation: string }
  | { kind: 'bypass_code'; hash: string; now: Instant; event: SecurityEvent }
  | { kind: 'recovery_code'; usedHash: string; newHash: string; replacement: StoredRecoveryCode; event: SecurityEvent }
);

/** An attempt at the second factor of a user, by someone who guesses on this counter. */
export type SecondFactorAttempt = { user: User; kind: ProofKind; counterName: CounterName; name: string; now: Instant };

type Reserved = { twoFactor: TwoFactor; challenge: Challenge };

type BypassCode = NonNullable<TwoFactor['bypassCode']>;

export type TwoFactors = {
  get(userId: string): Promise<TwoFactor | null>;
  /** Adds a challenge, ending others of its kind where there are too many. */
  startChallenge(
    userId: string,
    twoFactor: TwoFactor,
    started: { hash: string; challenge: Challenge; now: Instant },
  ): Promise<'started' | 'changed'>;
  /**
   * Spends one attempt of challenge and user before the code is looked at. Null: no such challenge, none left, or one from
   * before a change that ended it, and nothing is spent.
   */
  reserveAttempt(attempt: SecondFactorAttempt & { challengeHash: string }): Promise<Reserved | Wait | null>;
  /** The same without a challenge, for a session that proves its identity. Null: 2FA is off. */
  reserveSecondFactor(attempt: SecondFactorAttempt): Promise<TwoFactor | Wait | null>;
  /** Gives back an attempt that compared nothing. */
  refundSecondFactor(
    attempt: Omit<SecondFactorAttempt, 'name'> & Reservation & { challengeHash?: string },
  ): Promise<void>;
  /** Ends the waits for codes of the app, not their failures in a row. */
  liftWaits(change: ByAdministrator & { event: SecurityEvent }): Promise<'lifted' | ActorGone | 'changed'>;
  /** Rotates the session's token and stamps it as confirmed; consumes the proof where 2FA is on. */
  confirmIdentity(
    confirmation: Omit<OwnChange, 'event'> & { proof: SecondFactorProof | null },
  ): Promise<'confirmed' | 'code_used' | 'done_before' | 'changed'>;
  /** Replaces whatever factor there was by the set-up's; ends the user's other sessions. */
  enable(
    change: OwnChange & {
      setup: Setup;
      replaced: TwoFactor | null;
      twoFactor: TwoFactor;
      recoveryCodes: RecoveryCodes;
    },
  ): Promise<'enabled' | 'setup_gone' | 'done_before' | 'changed'>;
  /** Another pass replaces one that was not used. */
  issueBypassCode(
    issue: ByAdministrator & { pass: BypassCode; event: SecurityEvent },
  ): Promise<'issued' | 'not_enabled' | 'done_before' | ActorGone | 'changed'>;
  /** Removes factor, recovery codes and pending set-up; ends all sessions but the one that asks. */
  disable(change: OwnChange): Promise<'disabled' | 'not_enabled' | 'done_before' | 'changed'>;
  /** The same for someone else's account: every session ends. */
  reset(
    change: ByAdministrator & { event: SecurityEvent },
  ): Promise<'disabled' | 'not_enabled' | 'done_before' | ActorGone | 'changed'>;
};
