import type { Credential } from '../entities/credential.ts';
import type { TwoFactor } from '../entities/two-factor.ts';
import { type Instant, isOver } from '../instant.ts';
import { sha256 } from './tokens.ts';

/**
 * A device that has signed in before. It has a counter of wrong passwords of its own, so that a stranger's failures do not
 * lock its owner out; it opens nothing, and never stands for a factor.
 */
export type KnownDevice = {
  /** SHA-256 of its token. */
  hash: string;
  userId: string;
  /** The password that it signed in with. */
  deviceScope: string;
  /** The enrolment whose second factor it passed, if it did. */
  generation?: string | undefined;
  expiresAt: Instant;
};

/** Names a password without telling it: a new one has another name. */
export const credentialName = ({ email, passwordVersion }: Pick<Credential, 'email' | 'passwordVersion'>): string =>
  sha256(`${email} ${passwordVersion}`);

/**
 * Whether a device has a password counter of its own: it signed in with this very password, or once passed the account's
 * second factor, which no new password takes from it.
 */
export const isKnownForPassword = (device: KnownDevice, credential: Credential, now: Instant): boolean =>
  device.userId === credential.userId &&
  !isOver(device.expiresAt, now) &&
  (device.deviceScope === credentialName(credential) || device.generation !== undefined);

/** Whether a device has passed the second factor that is on now. */
export const isKnownForFactor = (device: KnownDevice, { generation }: Pick<TwoFactor, 'generation'>): boolean =>
  device.generation === generation;
