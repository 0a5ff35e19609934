import type { Instant } from '../../domain/instant.ts';
import type { BudgetKind, Wait } from '../../domain/limits/throttle.ts';
import type { KnownDevice } from '../../domain/sessions/device.ts';

/**
 * The counter that a password attempt is charged to: that of a subject (a password or a session), or that of a known
 * device.
 */
export type PasswordCounter = { subject: string } | { device: KnownDevice };

/**
 * Names one reservation, so that exactly this one can be refunded, once. `isCertain`: its write was acknowledged. If
 * the answer was lost, the write may not have happened, so it is refunded only if its name is still the latest.
 */
export type Reservation = { name: string; isCertain: boolean };

/**
 * Guess limits. `reserve…` charges an attempt by compare-and-swap before the guess is compared; on errors, the attempt
 * is refused. `refund…` undoes the charge if nothing was compared.
 */
export type Limits = {
  /** The devices with these token hashes, in one read whatever is given. */
  findDevices(hashes: string[]): Promise<KnownDevice[]>;
  reserveSource(ip: string, name: string, now: Instant): Promise<Wait | null>;
  /** `call`: gives back the call itself too, not only the failure that did not happen. */
  refundSource(ip: string, reservation: Reservation & { call: boolean }): Promise<void>;
  /** `closes`: if this attempt fails, the password is closed after it. */
  reservePassword(counter: PasswordCounter, name: string, now: Instant): Promise<Wait | { closes: boolean }>;
  refundPassword(counter: PasswordCounter, reservation: Reservation): Promise<void>;
  clearPassword(counter: PasswordCounter): Promise<void>;
  /** Ends the waits of a counter, but keeps its failures in a row. */
  liftPassword(counter: PasswordCounter): Promise<void>;
  rememberDevice(device: KnownDevice, now: Instant): Promise<void>;
  spendBudget(kind: BudgetKind, subject: string, now: Instant): Promise<Wait | null>;
  /** Restores a budget in full. */
  restoreBudget(kind: BudgetKind, subject: string): Promise<void>;
};
