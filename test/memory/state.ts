import type { Credential } from '../../shared/domain/entities/credential.ts';
import type { Erasure } from '../../shared/domain/entities/erasure.ts';
import type { IdempotencyRecord } from '../../shared/domain/entities/idempotency-record.ts';
import type { Organization } from '../../shared/domain/entities/organization.ts';
import type { PasswordToken } from '../../shared/domain/entities/password-token.ts';
import type { RecoveryCodes } from '../../shared/domain/entities/recovery-codes.ts';
import type { Session } from '../../shared/domain/entities/session.ts';
import type { Setup } from '../../shared/domain/entities/setup.ts';
import type { SignIn } from '../../shared/domain/entities/sign-in.ts';
import type { TwoFactor } from '../../shared/domain/entities/two-factor.ts';
import type { User } from '../../shared/domain/entities/user.ts';
import type { PasswordResetRequest } from '../../shared/domain/events/password-reset-request.ts';
import type { SecurityEvent } from '../../shared/domain/events/security-event.ts';
import type { Watch } from '../../shared/domain/events/watch.ts';
import type { BudgetState, FailureState, SourceState } from '../../shared/domain/limits/throttle.ts';
import type { KnownDevice } from '../../shared/domain/sessions/device.ts';
import type { LogoImage } from '../../shared/ports/logos.ts';

/** Everything the stores hold, in maps: the use cases' tests run on it and inspect it. */
export const emptyState = () => ({
  organizations: new Map<string, Organization>(),
  /** By `<organizationId>/<logoId>`. */
  logos: new Map<string, LogoImage>(),
  credentials: new Map<string, Credential>(),
  users: new Map<string, User>(),
  twoFactors: new Map<string, TwoFactor>(),
  setups: new Map<string, Setup>(),
  recoveryCodes: new Map<string, RecoveryCodes>(),
  /** By `<userId>/<hash>`, as are tokens. */
  sessions: new Map<string, Session>(),
  passwordTokens: new Map<string, PasswordToken>(),
  signIns: new Map<string, SignIn[]>(),
  events: new Map<string, SecurityEvent[]>(),
  erasures: new Map<string, Erasure>(),
  watches: new Map<string, Watch>(),
  looked: new Map<'until', number>(),
  adoptionDays: new Map<string, { day: string; enabled: number; disabled: number }>(),
  passwordResets: new Map<string, PasswordResetRequest>(),
  /** What was delivered: `<userId>/<id>`, or the id of a reset request. */
  delivered: new Set<string>(),
  /** The same for refused mails, with the time. */
  refused: new Map<string, number>(),
  replies: new Map<string, IdempotencyRecord>(),
  sources: new Map<string, SourceState>(),
  failures: new Map<string, FailureState>(),
  devices: new Map<string, KnownDevice & { state: FailureState }>(),
  budgets: new Map<string, BudgetState>(),
  /** Names of reservations, by what created them. */
  reserved: new Map<string, string>(),
  notices: new Map<string, { sentAt: number; eventId: string }>(),
});
export type State = ReturnType<typeof emptyState>;

export const at = (userId: string, hash: string): string => `${userId}/${hash}`;

/** A copy, as from a table: nothing that a reader does to it changes what is stored. */
export const copy = <T>(value: T | undefined): T | null => (value === undefined ? null : structuredClone(value));

export const append = <T>(lists: Map<string, T[]>, key: string, entry: T): void => {
  lists.set(key, [...(lists.get(key) ?? []), entry]);
};
