import type { SecurityEvent } from '../domain/events/security-event.ts';
import type { MailName } from './texts.ts';

export type { MailName } from './texts.ts';

type Type = SecurityEvent['type'] | 'new_device_signed_in' | 'password_reset_requested';

/** The mail of each kind of event. Total: a new kind needs a decision. */
const mailOf: Record<Type, MailName | null> = {
  user_created: 'invited',
  user_invited_again: 'invitedAgain',
  user_renamed: null,
  user_suspended: 'suspended',
  user_reactivated: 'reactivated',
  permissions_granted: 'permissionsGranted',
  permissions_withdrawn: 'permissionsWithdrawn',
  administrators_changed: 'administratorsChanged',
  waits_lifted: 'waitsLifted',
  password_set: 'passwordSet',
  password_changed: 'passwordChanged',
  password_closed: 'passwordClosed',
  session_ended: null,
  sessions_ended: null,
  two_factor_enabled: 'twoFactorEnabled',
  two_factor_replaced: 'twoFactorReplaced',
  two_factor_disabled: 'twoFactorDisabled',
  two_factor_reset: 'twoFactorReset',
  two_factor_undone: 'twoFactorUndone',
  recovery_codes_shown: 'recoveryCodesShown',
  recovery_codes_regenerated: 'recoveryCodesRegenerated',
  recovery_code_used: 'recoveryCodeUsed',
  two_factor_reminded: 'twoFactorReminder',
  two_factor_policy_set: null,
  bypass_code_issued: 'bypassCodeIssued',
  bypass_code_used: 'bypassCodeUsed',
  second_factor_failed: 'secondFactorFailed',
  second_factor_abandoned: 'secondFactorAbandoned',
  reported_not_me: null,
  mail_refused: null,
  new_device_signed_in: 'newDevice',
  password_reset_requested: 'passwordReset',
};

export const mailFor = (type: string): MailName | null => mailOf[type as Type] ?? null;

/**
 * Mails that say again what the one before said, if they come within minutes: one is enough, and a flood of them is nobody's
 * news. Not those that carry a link that the next one ends, or that each tell of something that cannot be undone.
 */
const repetitive = new Set<MailName>(['passwordReset', 'recoveryCodesShown', 'newDevice', 'secondFactorFailed']);
export const isRepetitive = (name: MailName): boolean => repetitive.has(name);

/** Whom besides its owner it concerns: a change of who administers concerns everybody who does. */
const rights = new Set<string>(['permissions_granted', 'permissions_withdrawn', 'user_suspended', 'user_reactivated']);
export const concernsAdministrators = (
  { type, permissions = [] }: { type: string; permissions?: string[] | undefined },
  user: { permissions: string[] },
): boolean =>
  type !== 'administrators_changed' && (permissions.length > 0 || (rights.has(type) && user.permissions.length > 0));
