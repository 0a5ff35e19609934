import type { Credential } from '../entities/credential.ts';
import type { TwoFactor } from '../entities/two-factor.ts';
import { type Instant, isOver } from '../instant.ts';
import { sha256 } from './tokens.ts';

/**
 * A device that has signed in before. It has its own counter of wrong passwords, so that a stranger's failures do not
 * lock its owner out. It grants nothing and never replaces a factor.
 */
export type KnownDevice = {
  /** SHA-256 of its token. */
  hash: string;
  /** Whose it is, as a SHA-256: a user who is deleted leaves no id behind here. */
  owner: string;
  /** The password that it signed in with. */
  deviceScope: string;
  /** The enrollment whose second factor it passed, if any. */
  generation?: string | undefined;
  expiresAt: Instant;
};

export const ownerName = (userId: string): string => sha256(userId);

/** Identifies a password without revealing it: a new password has another name. */
export const credentialName = ({ email, passwordVersion }: Pick<Credential, 'email' | 'passwordVersion'>): string =>
  sha256(`${email} ${passwordVersion}`);

/**
 * Whether a device has its own password counter: it signed in with this very password, or has passed the account's
 * second factor before, which a new password does not undo.
 */
export const isKnownForPassword = (device: KnownDevice, credential: Credential, now: Instant): boolean =>
  device.owner === ownerName(credential.userId) &&
  !isOver(device.expiresAt, now) &&
  (device.deviceScope === credentialName(credential) || device.generation !== undefined);

/** Whether a device has passed the second factor that is on now. */
export const isKnownForFactor = (device: KnownDevice, { generation }: Pick<TwoFactor, 'generation'>): boolean =>
  device.generation === generation;
