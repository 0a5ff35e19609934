import type { SecurityEvent } from '../../domain/entities/security-event.ts';
import type { MailName } from '../../mail/texts.ts';

export type { MailName } from '../../mail/texts.ts';

type Type = SecurityEvent['type'] | 'new_device_signed_in' | 'password_reset_requested';

/** The mail of each kind of event. Total: a new kind needs a decision. */
const mailOf: Record<Type, MailName | null> = {
  user_created: 'invited',
  user_invited_again: 'invitedAgain',
  user_updated: null,
  user_suspended: null,
  user_reactivated: null,
  password_set: 'passwordSet',
  password_changed: 'passwordChanged',
  session_ended: null,
  sessions_ended: null,
  two_factor_enabled: 'twoFactorEnabled',
  two_factor_replaced: 'twoFactorReplaced',
  two_factor_disabled: 'twoFactorDisabled',
  two_factor_reset: 'twoFactorReset',
  recovery_codes_shown: 'recoveryCodesShown',
  recovery_codes_regenerated: 'recoveryCodesRegenerated',
  recovery_code_used: 'recoveryCodeUsed',
  two_factor_reminded: 'twoFactorReminder',
  two_factor_policy_set: null,
  one_time_pass_issued: 'oneTimePassIssued',
  one_time_pass_used: 'oneTimePassUsed',
  second_factor_failed: 'secondFactorFailed',
  second_factor_abandoned: 'secondFactorAbandoned',
  reported_not_me: null,
  new_device_signed_in: 'newDevice',
  password_reset_requested: 'passwordReset',
};

export const mailFor = (type: string): MailName | null => mailOf[type as Type] ?? null;
