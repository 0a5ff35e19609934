import type { SecurityEvent } from '../../domain/events/security-event.ts';
import type { MailName } from '../words/words.ts';

export type { MailName } from '../words/words.ts';

type Type = SecurityEvent['type'] | 'new_device_signed_in' | 'password_reset_requested';

/** The mail for each kind of event. The table is total: a new kind requires a decision. */
const mailOf: Record<Type, MailName | null> = {
  user_created: 'invited',
  user_invited_again: 'invitedAgain',
  user_renamed: null,
  user_suspended: 'suspended',
  user_reactivated: 'reactivated',
  // It is in an administrator's history; the user is told by the erasure, which still knows the address.
  user_deleted: null,
  permissions_granted: 'permissionsGranted',
  permissions_withdrawn: 'permissionsWithdrawn',
  administrators_changed: 'administratorsChanged',
  waits_lifted: 'waitsLifted',
  email_change_requested: 'emailChange',
  email_changed: 'emailChanged',
  // It goes to the address that is left, and has no link: what is back is not taken again.
  email_restored: 'emailRestored',
  password_set: 'passwordSet',
  password_changed: 'passwordChanged',
  password_closed: 'passwordClosed',
  session_ended: null,
  sessions_ended: null,
  // They notice at once, and the history says who did it and why.
  all_sessions_ended: null,
  two_factor_enabled: 'twoFactorEnabled',
  two_factor_replaced: 'twoFactorReplaced',
  two_factor_disabled: 'twoFactorDisabled',
  two_factor_reset: 'twoFactorReset',
  two_factor_undone: 'twoFactorUndone',
  recovery_codes_shown: 'recoveryCodesShown',
  recovery_codes_regenerated: 'recoveryCodesRegenerated',
  recovery_codes_withdrawn: 'recoveryCodesWithdrawn',
  recovery_code_used: 'recoveryCodeUsed',
  two_factor_reminded: 'twoFactorReminder',
  two_factor_policy_set: null,
  brand_changed: null,
  bypass_code_issued: 'bypassCodeIssued',
  bypass_code_used: 'bypassCodeUsed',
  second_factor_failed: 'secondFactorFailed',
  second_factor_abandoned: 'secondFactorAbandoned',
  reported_not_me: null,
  mail_refused: null,
  // A mail about a mail that did not arrive would not arrive.
  mail_bounced: null,
  mail_complained: null,
  new_device_signed_in: 'newDevice',
  password_reset_requested: 'passwordReset',
};

export const mailFor = (type: string): MailName | null => mailOf[type as Type] ?? null;

/**
 * Mails that repeat the previous one if they come within minutes of it: one is enough, and a flood of them would help
 * no one. This excludes mails whose link is ended by the next one's, and mails that each report something irreversible.
 */
const repetitive = new Set<MailName>(['passwordReset', 'recoveryCodesShown', 'newDevice', 'secondFactorFailed']);
export const isRepetitive = (name: MailName): boolean => repetitive.has(name);

/** Who else an event concerns: a change of administrators concerns all administrators. */
const rights = new Set<string>(['permissions_granted', 'permissions_withdrawn', 'user_suspended', 'user_reactivated']);
export const concernsAdministrators = (
  { type, permissions = [] }: { type: string; permissions?: string[] | undefined },
  user: { permissions: string[] },
): boolean =>
  type !== 'administrators_changed' && (permissions.length > 0 || (rights.has(type) && user.permissions.length > 0));
