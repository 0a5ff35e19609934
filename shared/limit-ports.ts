import type { Instant } from './domain/instant.ts';
import type { Wait } from './domain/throttle.ts';

/* What the use cases need of the table to limit guesses. Types only. */

/** What an attempt at a password is charged to: a subject (address or session), or a device that it knows. */
export type PasswordAttempt = { subject: string; device?: { hash: string; knownAs: string } | undefined };
export type PasswordCharge = Wait | Charged;
/** `passedSecondFactor`: whether the device has completed a sign-in with a second factor, ever. */
export type Charged = { chargedTo: 'subject' } | { chargedTo: 'device'; passedSecondFactor: boolean };
export type NewDevice = {
  hash: string;
  knownAs: string;
  passedSecondFactor: boolean;
  expiresAt: Instant;
  now: Instant;
};

/** Guess limits. `take…` spends by compare-and-swap before anything looks at a guess; trouble fails closed. */
export type Limits = {
  takeSource(ip: string, now: Instant): Promise<Wait | null>;
  /** A call that was right is no failure. */
  giveBackSource(ip: string): Promise<void>;
  takePassword(attempt: PasswordAttempt, now: Instant): Promise<PasswordCharge>;
  clearPassword(attempt: PasswordAttempt, charged: Charged): Promise<void>;
  /** From now on, the device has a counter of its own under the name that it is known as. */
  rememberDevice(device: NewDevice): Promise<void>;
};
