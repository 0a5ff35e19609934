import type { Method } from '../../../shared/domain/entities/sign-in.ts';
import type { securityEventTypes } from '../../../shared/domain/events/security-event.ts';
import type { Permission } from '../../../shared/domain/fields.ts';

const methods: Record<Method, string> = {
  password: 'Password',
  'password+totp': 'Password and authenticator code',
  'password+recovery_code': 'Password and recovery code',
  'password+bypass_code': 'Password and bypass code',
};

export const permissionNames: Record<Permission, string> = { 'users:manage': 'Manage users' };

const types: Record<(typeof securityEventTypes)[number], string> = {
  user_created: 'Account created',
  user_invited_again: 'New link to set a password',
  user_renamed: 'Name changed',
  user_suspended: 'Suspended',
  user_reactivated: 'Reactivated',
  user_deleted: 'User deleted',
  permissions_granted: 'Permissions granted',
  permissions_withdrawn: 'Permissions removed',
  administrators_changed: 'Administrators changed',
  waits_lifted: 'Waiting time ended',
  email_change_requested: 'Change of email address requested',
  email_changed: 'Email address changed',
  email_restored: 'Email address changed back',
  password_set: 'Password set',
  password_changed: 'Password changed',
  password_closed: 'Password locked on new devices after too many wrong attempts',
  session_ended: 'Session ended',
  sessions_ended: 'All other sessions ended',
  all_sessions_ended: 'Signed out everywhere',
  two_factor_enabled: 'Two-factor authentication turned on',
  two_factor_replaced: 'Authenticator app replaced',
  two_factor_disabled: 'Two-factor authentication turned off',
  two_factor_reset: 'Two-factor authentication reset',
  two_factor_undone: 'Two-factor authentication turned off after a “This was not me” report',
  recovery_codes_shown: 'Recovery codes shown',
  recovery_codes_regenerated: 'Recovery codes regenerated',
  recovery_codes_withdrawn: 'Recovery codes withdrawn',
  recovery_code_used: 'Recovery code used and replaced',
  two_factor_reminded: 'Reminder sent to turn on two-factor authentication',
  brand_changed: 'Branding changed',
  two_factor_policy_set: 'Two-factor policy changed',
  bypass_code_issued: 'Bypass code sent',
  bypass_code_used: 'Bypass code used',
  second_factor_failed: 'Correct password, wrong second factor',
  second_factor_abandoned: 'Correct password, sign-in not finished',
  reported_not_me: 'Reported as “This was not me”: signed out everywhere',
  mail_refused: 'Email not delivered',
  mail_bounced: 'Email bounced',
  mail_complained: 'Email reported as spam',
};

/** Seen by another administrator: what happened to someone’s permissions. */
const administratorChanges: Record<string, string> = {
  user_created: 'an account that can manage users was created',
  permissions_granted: 'someone was given a permission',
  permissions_withdrawn: 'a permission was removed from someone',
  user_suspended: 'an administrator was suspended',
  user_reactivated: 'an administrator was reactivated',
  user_deleted: 'the account of an administrator was deleted',
};

/** What made it possible; the texts of the events already mention a “This was not me” link. */
const links: Record<'invitation' | 'reset' | 'email', string> = {
  invitation: 'invitation link',
  reset: 'password reset link',
  email: 'email confirmation link',
};

const signIns = {
  title: 'Sign-ins',
  none: 'No sign-ins yet.',
  when: 'When',
  how: 'How',
  twoFactor: 'Second factor',
  from: 'From',
  device: 'Device',
  browserOn: (browser: string, system: string) => `${browser} on ${system}`,
  near: (city: string, country: string) => `Near ${city}, ${country}`,
  unknownDevice: 'Unknown',
  verified: 'Verified',
  notVerified: 'Not used',
};

const events = {
  title: 'History',
  none: 'Nothing has happened yet.',
  when: 'When',
  what: 'What',
  who: 'By',
  from: 'From',
  brandParts: {
    name: 'name',
    logo: 'logo',
    accent: 'colors',
    supportContact: 'support contact',
    lostPhoneHelp: 'help without a phone',
    links: 'links',
  } as Record<string, string>,
  signedIn: 'Signed in',
  actors: {
    owner: 'The user',
    administrator: 'An administrator',
    operator: 'The operator',
    stranger: 'Someone unknown',
    link_holder: 'Someone with a link',
  },
  types,
  administratorChanges,
  permissions: permissionNames,
  links,
  about: 'Show their account',
  withFacts: (what: string, facts: string[]) => `${what}: ${facts.join('; ')}`,
};

export const historyTexts = { methods, signIns, events };
