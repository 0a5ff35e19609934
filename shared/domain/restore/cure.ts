import { timeStepAt } from '../codes/totp.ts';
import type { RecoveryCodes } from '../entities/recovery-codes.ts';
import type { TwoFactor } from '../entities/two-factor.ts';
import type { User } from '../entities/user.ts';
import type { Permission } from '../fields.ts';
import type { Instant } from '../instant.ts';
import { TOTP } from '../security-settings.ts';

/** What decides about access to an account, as one table has it. */
export type Access = { user: User; twoFactor: TwoFactor | null; recoveryCodes: RecoveryCodes | null };

/** What someone has to decide who knows the person: both tables are right about a different time. */
const doubts = ['email_differs', 'two_factor_was_on', 'two_factor_was_off', 'authenticator_differs'] as const;
/** Of the newer table, nothing can be known about this account. */
export const UNREADABLE = 'newer_unreadable';
export type Doubt = (typeof doubts)[number] | typeof UNREADABLE;

/** What an account of a restored table is to become, so that nothing that was spent or withdrawn since is valid again. */
export type Cure = {
  /** Sessions, challenges and links belong to a version: those of either table are over. */
  authVersion: number;
  suspensions: number;
  invitations: number;
  passwordVersion: number;
  status: User['status'];
  permissions: Permission[];
  /** The password was replaced since, perhaps because someone else knew it. */
  closesPassword: boolean;
  twoFactor: Pick<TwoFactor, 'lastTimeStep' | 'guesses'> | null;
  /** Some of the codes may have been used since, and nothing says which. */
  withdrawsRecoveryCodes: boolean;
  doubts: Doubt[];
};

const hasCodes = (set: RecoveryCodes | null): set is RecoveryCodes => set !== null && Object.keys(set.codes).length > 0;

const sameCodes = (one: RecoveryCodes, other: RecoveryCodes | null | undefined): boolean => {
  const hashes = Object.keys(one.codes);
  return (
    other != null && hashes.length === Object.keys(other.codes).length && hashes.every((hash) => hash in other.codes)
  );
};

type Guesses = TwoFactor['guesses']['device'];
const stricter = (one: Guesses, other: Guesses): Guesses => ({
  ...other,
  count: Math.max(one.count, other.count),
  inARow: Math.max(one.inARow, other.inARow),
  notBefore: Math.max(one.notBefore, other.notBefore),
  dayCount: Math.max(one.dayCount, other.dayCount),
  codes: Math.max(one.codes, other.codes),
});

const guessesOf = ({ guesses }: TwoFactor, newer: TwoFactor | null | undefined): TwoFactor['guesses'] =>
  newer
    ? {
        device: stricter(guesses.device, newer.guesses.device),
        stranger: stricter(guesses.stranger, newer.guesses.stranger),
      }
    : guesses;

const doubtsOf = (restored: Access, newer: Access): Doubt[] => {
  const [was, is] = [restored.twoFactor, newer.twoFactor];
  const found: Record<(typeof doubts)[number], boolean> = {
    email_differs: restored.user.email !== newer.user.email,
    two_factor_was_on: !was && is !== null,
    two_factor_was_off: was !== null && !is,
    authenticator_differs: was !== null && is !== null && was.generation !== is.generation,
  };
  return doubts.filter((doubt) => found[doubt]);
};

const doubtsAbout = (restored: Access, newer: Access | null | typeof UNREADABLE): Doubt[] => {
  if (newer === UNREADABLE) return [UNREADABLE];
  return newer ? doubtsOf(restored, newer) : [];
};

/**
 * Only takes rights away: from the newer table come suspensions, withdrawn permissions and spent attempts, but no
 * password, secret or permission, since that table may be the one that cannot be trusted.
 * @param found the same account in the table that is being replaced; null if it has none, or there is no such table;
 *   unreadable if somebody has damaged it there: then the worst is assumed
 */
export const cureFor = (restored: Access, found: Access | null | typeof UNREADABLE, now: Instant): Cure => {
  const { user, twoFactor, recoveryCodes } = restored;
  const newer = found === UNREADABLE ? null : found;
  const later = newer?.user ?? user;
  const closesPassword = found === UNREADABLE || later.passwordVersion > user.passwordVersion;
  return {
    authVersion: Math.max(user.authVersion, later.authVersion) + 1,
    suspensions: Math.max(user.suspensions, later.suspensions) + 1,
    invitations: Math.max(user.invitations, later.invitations) + 1,
    passwordVersion: Math.max(user.passwordVersion, later.passwordVersion),
    status: later.status === 'suspended' ? 'suspended' : user.status,
    permissions: user.permissions.filter((permission) => later.permissions.includes(permission)),
    closesPassword,
    twoFactor: twoFactor && {
      // None that is valid now is accepted, so people wait a minute. No honest value of either table is larger.
      lastTimeStep: timeStepAt(now) + TOTP.toleranceSteps,
      guesses: guessesOf(twoFactor, newer?.twoFactor),
    },
    withdrawsRecoveryCodes: hasCodes(recoveryCodes) && !sameCodes(recoveryCodes, newer?.recoveryCodes),
    doubts: doubtsAbout(restored, found),
  };
};
