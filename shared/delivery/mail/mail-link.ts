import type { PasswordToken } from '../../domain/entities/password-token.ts';
import type { User } from '../../domain/entities/user.ts';
import { HOUR, type Instant, MINUTE } from '../../domain/instant.ts';
import type { SecuritySettings } from '../../domain/security-settings.ts';
import { issueToken } from '../../domain/sessions/tokens.ts';
import type { Random } from '../../ports/random.ts';
import type { PasswordTokens } from '../../ports/tokens/password-tokens.ts';
import type { MailName } from './mail-for.ts';

export type MailLinkNeeds = {
  passwordTokens: Pick<PasswordTokens, 'add'>;
  random: Random;
  security: SecuritySettings;
  origin: string;
};

/**
 * What the link in a mail is for. The table is total: anyone notified of a change to their account can say that it was
 * not them.
 */
const purposeOf: Record<MailName, PasswordToken['purpose'] | 'account'> = {
  invited: 'invitation',
  invitedAgain: 'invitation',
  passwordReset: 'reset',
  passwordClosed: 'reset',
  emailChange: 'email',
  emailChanged: 'not_me',
  emailRestored: 'account',
  passwordSet: 'not_me',
  passwordChanged: 'not_me',
  twoFactorEnabled: 'not_me',
  twoFactorReplaced: 'not_me',
  twoFactorDisabled: 'not_me',
  twoFactorReset: 'not_me',
  recoveryCodesShown: 'not_me',
  recoveryCodesRegenerated: 'not_me',
  recoveryCodeUsed: 'not_me',
  bypassCodeIssued: 'not_me',
  bypassCodeUsed: 'not_me',
  newDevice: 'not_me',
  secondFactorFailed: 'not_me',
  secondFactorAbandoned: 'not_me',
  recoveryCodesWithdrawn: 'account',
  twoFactorUndone: 'account',
  twoFactorReminder: 'account',
  permissionsGranted: 'account',
  permissionsWithdrawn: 'account',
  administratorsChanged: 'account',
  suspended: 'account',
  reactivated: 'account',
  waitsLifted: 'account',
  deleted: 'account',
};
const pageOf = {
  invitation: 'set-password',
  reset: 'set-password',
  not_me: 'not-me',
  email: 'confirm-email',
} as const;

/**
 * A time without a second factor: that of the reported action, if 2FA is still off or was turned on since. The link
 * removes a factor that was turned on since, no matter by whom.
 */
const noFactorAt = ({ twoFactorEnabledAt: since }: User, at: Instant): Instant | undefined =>
  since === undefined || since >= at ? at : undefined;

const validity = (user: User, purpose: PasswordToken['purpose'], at: Instant) => {
  const { authVersion, invitations } = user;
  const withoutFactorAt = noFactorAt(user, at);
  switch (purpose) {
    case 'invitation':
      return { invitations };
    case 'reset':
    case 'email':
      return { authVersion };
    case 'not_me':
      return withoutFactorAt === undefined ? {} : { noFactorAt: withoutFactorAt };
  }
};

/** A link for this mail alone. Its token is created when the mail is sent and is stored nowhere else. */
export const newMailLink = async (
  { random, security, origin, passwordTokens }: MailLinkNeeds,
  now: Instant,
  at: Instant,
  user: User,
  mail: MailName,
  addresses: Pick<PasswordToken, 'newEmail' | 'previousEmail' | 'changedAt'> = {},
): Promise<{ url: string; expiresAt: Instant }> => {
  const purpose = purposeOf[mail];
  if (purpose === 'account') return { url: `${origin}/account`, expiresAt: now };
  const lasts = {
    invitation: security.invitationHours * HOUR,
    reset: security.resetMinutes * MINUTE,
    not_me: security.notMeHours * HOUR,
    email: security.invitationHours * HOUR,
  };
  const expiresAt = now + lasts[purpose];
  const { token, hash } = issueToken('invitation', user.id, random);
  const { passwordVersion, suspensions } = user;
  const stored = {
    hash,
    purpose,
    expiresAt,
    passwordVersion,
    suspensions,
    ...validity(user, purpose, at),
    ...addresses,
  };
  await passwordTokens.add(user.id, stored);
  return { url: `${origin}/${pageOf[purpose]}#${token}`, expiresAt };
};
