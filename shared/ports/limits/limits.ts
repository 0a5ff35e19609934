import type { Instant } from '../../domain/instant.ts';
import type { BudgetKind, Wait } from '../../domain/limits/throttle.ts';
import type { KnownDevice } from '../../domain/sessions/device.ts';

/** The counter that an attempt at a password is charged to: of a subject (a password, a session), or of a known device. */
export type PasswordCounter = { subject: string } | { device: KnownDevice };

/**
 * Names one reservation, so that exactly this one can be refunded, once. `isCertain`: its write was acknowledged. If the
 * answer was lost, it may not have been made, so it is refunded only where its name is still the latest.
 */
export type Reservation = { name: string; isCertain: boolean };

/**
 * Guess limits. `reserve…` charges an attempt, by compare-and-swap, before the guess is looked at; errors fail closed.
 * `refund…` undoes that if nothing was compared.
 */
export type Limits = {
  /** The devices that have these tokens' hashes; in one read, for whatever is given. */
  findDevices(hashes: string[]): Promise<KnownDevice[]>;
  reserveSource(ip: string, name: string, now: Instant): Promise<Wait | null>;
  /** `call`: the call itself is given back, too, not only the failure that it did not turn out to be. */
  refundSource(ip: string, reservation: Reservation & { call: boolean }): Promise<void>;
  /** `closes`: this attempt, if it fails, is the last that the password gets. */
  reservePassword(counter: PasswordCounter, name: string, now: Instant): Promise<Wait | { closes: boolean }>;
  refundPassword(counter: PasswordCounter, reservation: Reservation): Promise<void>;
  clearPassword(counter: PasswordCounter): Promise<void>;
  /** Ends the waits of a counter, not its failures in a row. */
  liftPassword(counter: PasswordCounter): Promise<void>;
  rememberDevice(device: KnownDevice, now: Instant): Promise<void>;
  spendBudget(kind: BudgetKind, subject: string, now: Instant): Promise<Wait | null>;
  /** Gives a budget back whole. */
  restoreBudget(kind: BudgetKind, subject: string): Promise<void>;
};
