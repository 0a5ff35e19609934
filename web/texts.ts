import type { Method } from '../shared/domain/entities/sign-in.ts';
import type { FailureCode } from '../shared/domain/errors.ts';
import type { securityEventTypes } from '../shared/domain/events/security-event.ts';
import type { Permission } from '../shared/domain/fields.ts';
import { productName } from './product.ts';

/* Every word of the pages, in one place. A translation is another file of this shape. */

export const counted = (count: number, unit: string): string => (count === 1 ? `1 ${unit}` : `${count} ${unit}s`);

/** A time to wait, in the unit that people would say it in. */
const duration = (seconds: number): string => {
  if (seconds < 60) return counted(seconds, 'second');
  if (seconds <= 90 * 60) return counted(Math.ceil(seconds / 60), 'minute');
  return counted(Math.ceil(seconds / 3_600), 'hour');
};

/** What a page can be told went wrong: what the API says, and that it could not be asked. */
export type ApiErrorCode = FailureCode | 'offline';

const errors: Record<ApiErrorCode, string> = {
  request_invalid: 'Check what you entered.',
  credentials_invalid: 'Incorrect email address or password.',
  session_required: 'Your session has ended. Sign in again.',
  challenge_invalid: 'Your sign-in timed out. Sign in again.',
  code_invalid: 'That code is incorrect or has already been used.',
  identity_confirmation_required: 'Confirm that it’s you first.',
  permission_required: 'You don’t have permission to manage users. Ask an administrator.',
  two_factor_required: 'Turn on two-factor authentication first.',
  origin_rejected: 'This request didn’t come from this site. Open the page at its usual address, then try again.',
  not_found: 'There’s nothing here.',
  method_not_allowed: 'This page is out of date. Reload it.',
  two_factor_not_enabled: 'Two-factor authentication isn’t on. Reload the page to see the current state.',
  setup_invalid: 'This setup has expired or was replaced by another one. Start again.',
  email_taken: 'There’s already a user with this email address.',
  user_suspended: 'This user is suspended. Reactivate them first.',
  last_administrator: 'Your organization needs at least one active administrator. Add another one first.',
  mail_required:
    'We can only email this to the user, and email isn’t set up here. Ask whoever runs this service to set it up.',
  payload_too_large: 'That’s too long.',
  media_type_unsupported: 'This page is out of date. Reload it.',
  password_rejected: 'Choose another password.',
  too_many_attempts: 'Too many attempts. Wait a moment, then try again.',
  temporarily_unavailable: 'The service isn’t responding right now. Try again in a moment.',
  internal: 'Something went wrong on our end. Try again, or contact your administrator if it keeps notification.',
  offline: 'The service can’t be reached. Check your connection, then try again.',
};

const methods: Record<Method, string> = {
  password: 'Password',
  'password+totp': 'Password and authenticator code',
  'password+recovery_code': 'Password and recovery code',
  'password+bypass_code': 'Password and bypass code',
};

const events: Record<(typeof securityEventTypes)[number], string> = {
  user_created: 'Account created',
  user_invited_again: 'New link to set a password',
  user_renamed: 'Name changed',
  user_suspended: 'Suspended',
  user_reactivated: 'Reactivated',
  permissions_granted: 'Permissions granted',
  permissions_withdrawn: 'Permissions removed',
  administrators_changed: 'Administrators changed',
  waits_lifted: 'Waiting time ended',
  password_set: 'Password set',
  password_changed: 'Password changed',
  password_closed: 'Password locked on new devices after too many wrong attempts',
  session_ended: 'Session ended',
  sessions_ended: 'All other sessions ended',
  two_factor_enabled: 'Two-factor authentication turned on',
  two_factor_replaced: 'Authenticator app replaced',
  two_factor_disabled: 'Two-factor authentication turned off',
  two_factor_reset: 'Two-factor authentication reset',
  two_factor_undone: 'Two-factor authentication turned off after a “This was not me” report',
  recovery_codes_shown: 'Recovery codes shown',
  recovery_codes_regenerated: 'Recovery codes regenerated',
  recovery_code_used: 'Recovery code used and replaced',
  two_factor_reminded: 'Reminder sent to turn on two-factor authentication',
  two_factor_policy_set: 'Two-factor policy changed',
  bypass_code_issued: 'Bypass code sent',
  bypass_code_used: 'Bypass code used',
  second_factor_failed: 'Correct password, wrong second factor',
  second_factor_abandoned: 'Correct password, sign-in not finished',
  reported_not_me: 'Reported as “This was not me”: signed out everywhere',
  mail_refused: 'Email not delivered',
};

/** Seen from another administrator: what happened to someone’s permissions. */
const administratorChanges: Record<string, string> = {
  user_created: 'an account that can manage users was created',
  permissions_granted: 'someone was given a permission',
  permissions_withdrawn: 'a permission was removed from someone',
  user_suspended: 'an administrator was suspended',
  user_reactivated: 'an administrator was reactivated',
};

export const permissionNames: Record<Permission, string> = { 'users:manage': 'Manage users' };

/** What made it possible; a “This was not me” link is in the words of its events. */
const links: Record<'invitation' | 'reset', string> = {
  invitation: 'invitation link',
  reset: 'password reset link',
};

export const texts = {
  productName,
  errors,
  methods,
  wait: (seconds: number) => `Too many attempts. Wait ${duration(seconds)}, then try again.`,
  titleOf: (title: string, hasErrors: boolean) => `${hasErrors ? 'Error: ' : ''}${title} – ${productName}`,

  general: {
    problem: 'There is a problem',
    loading: 'Loading…',
    tryAgain: 'Try again',
    cancel: 'Cancel',
    copy: 'Copy',
    copied: 'Copied',
    notCopied: 'We couldn’t copy that. Select the text and copy it yourself.',
    skip: 'Skip to main content',
    never: 'Never',
    more: 'Show more',
    navigation: 'Main',
  },
  nav: {
    account: 'Account',
    users: 'Users',
    signOut: 'Sign out',
    stillSignedIn: 'You’re still signed in because the service couldn’t be reached. Try again.',
  },

  fields: {
    email: { label: 'Email address', invalid: 'Enter an email address, like name@example.com.' },
    password: { label: 'Password', invalid: 'Enter your password.' },
    currentPassword: { label: 'Current password', invalid: 'Enter your current password.' },
    newPassword: { label: 'New password', invalid: 'Enter a new password.' },
    code: { label: 'Code', invalid: 'Enter the 6 digits that your authenticator app shows.' },
    recoveryCode: { label: 'Recovery code', invalid: 'Enter a recovery code: 24 letters and digits.' },
    bypassCode: { label: 'Bypass code', invalid: 'Enter the bypass code: 24 letters and digits.' },
    name: { label: 'Name', invalid: 'Enter a name of at most 100 characters.' },
    day: { label: 'Required starting', invalid: 'Choose the date it becomes required.' },
    reason: {
      label: 'Reason',
      hint: 'This is kept in the account’s history.',
      invalid: 'Enter a reason of at most 300 characters.',
    },
    stored: { label: 'I have stored these codes', invalid: 'Store the codes somewhere safe, then check the box.' },
  },
  password: {
    show: 'Show',
    hide: 'Hide',
    showLabel: 'Show password',
    hideLabel: 'Hide password',
    title: 'Your password',
    change: 'Change password',
    submit: 'Change',
    changed: 'Your password was changed. Your other sessions have ended.',
  },

  signIn: {
    title: 'Sign in',
    submit: 'Sign in',
    forgot: 'Forgot your password?',
    because: {
      'challenge-over': 'Your sign-in timed out. Sign in again.',
      'session-over': 'Your session has ended. Sign in again to continue.',
      'signed-out': 'You’ve signed out.',
      'password-set': 'Your password is set. Sign in with it.',
    },
  },
  signedIn: {
    as: 'You’re signed in as',
    continue: 'Continue',
    another: 'Sign in with another account',
    settings: 'You can change your password in your account settings.',
    otherAccount: 'This page is for another account:',
  },

  challenge: {
    title: 'Two-factor authentication',
    as: 'Signing in as',
    lead: 'Open your authenticator app and enter the code it shows now.',
    codeHint: '6 digits. The app shows a new code every 30 seconds.',
    recoveryLead: 'Enter one of the recovery codes you stored when you turned on two-factor authentication.',
    recoveryHint: '24 letters and digits. Each code works once, and a new one takes its place.',
    submit: 'Submit',
    ways: {
      recovery: 'Use a recovery code instead',
      totp: 'Use the authenticator app instead',
      pass: 'Use a bypass code from an administrator',
    },
    bypassCodeLead: 'Enter the bypass code from your email. An administrator can send you one. It works once.',
    bypassCodeHint: '24 letters and digits.',
    wrongBypassCode:
      'That bypass code is incorrect, has expired or has already been used. Ask your administrator for a new one.',
    timeLeft: 'Time left:',
    back: 'Back to sign-in',
    wrongCode:
      'That code is incorrect or has already been used. Wait for the next one. If that doesn’t work either, set your phone’s clock to automatic.',
    wrongRecoveryCode: 'That recovery code is incorrect or has already been used. Try another one.',
  },

  links: {
    incomplete: 'This link is incomplete. Copy the whole link from the email.',
    readBefore:
      'For your security, this page forgets the link when you reload it. Open the link from your email again.',
    over: 'This link has expired or was already used.',
  },
  setPassword: {
    title: 'Set your password',
    lead: 'Set a password for',
    hint: (least: number) => `At least ${least} characters. A few words that only you would put together work well.`,
    submit: 'Set password',
    askAgain: 'Ask your administrator for a new one.',
    resetAgain: 'Get a new link by email',
  },

  forgot: {
    title: 'Reset your password',
    lead: 'Enter the email address you sign in with. We’ll email you a link to set a new password.',
    submit: 'Send email',
    noMail: 'Email isn’t set up here. Ask your administrator for a link to set a new password.',
    sentTitle: 'Check your email',
    sent: (email: string) =>
      `If there’s an account for ${email}, we’ve sent a link to that address. The link works for 30 minutes.`,
    nothing: 'If you don’t see it, check your spam folder, make sure the address is right, or ask your administrator.',
  },
  notMe: {
    title: 'This was not me',
    lead: 'This ends every session on your account, on all devices. If two-factor authentication was turned on after we sent the email, it’s turned off again. You then choose a new password.',
    account: 'Account:',
    submit: 'End every session',
    done: 'Every session has ended. Now choose a new password.',
    over: 'This link has expired, or your password has been changed since.',
  },

  account: {
    title: 'Account settings',
    profile: 'Profile',
    email: 'Email address',
    name: 'Name',
    organization: 'Organization',
    lastSignIn: 'Last sign-in',
  },

  twoFactor: {
    title: 'Two-factor authentication',
    why: 'A second step when you sign in: your password, then a code from an app on your phone. It protects your account even if someone learns your password.',
    on: 'On',
    off: 'Off',
    since: 'since',
    enable: 'Enable',
    disable: 'Disable',
    replace: 'Replace authenticator app',
    show: 'Show recovery codes',
    hide: 'Hide recovery codes',
    regenerate: 'Regenerate recovery codes',
    disabled: 'Two-factor authentication is off. You now sign in with just your password.',
    enabled: 'Two-factor authentication is on. Store your recovery codes now.',
    replacedApp: 'Your new authenticator app is connected. Your old app and old recovery codes no longer work.',
    regenerated: 'You have 8 new recovery codes. The previous ones no longer work.',
    replaced:
      'You signed in with a recovery code. It no longer works, and a new one has taken its place. Store the new set.',
    setup: {
      title: 'Connect your authenticator app',
      scan: 'Scan this QR code with an authenticator app, such as Google Authenticator, Authy or 1Password.',
      qrCode: (issuer: string, account: string) =>
        `QR code for an authenticator app: ${issuer}, ${account}. You can enter the secret key below instead.`,
      key: 'Or enter this secret key',
      parameters: 'Time-based, SHA-1, 6 digits, 30 seconds',
      link: 'Open it in an app on this device',
      label: 'It will appear as',
      confirmTitle: 'Confirm',
      confirmLead: 'Enter the code the app shows now. Nothing changes until you confirm.',
      submit: 'Confirm setup',
      until: (time: string) =>
        `This setup expires at ${time}. If you leave the page before you confirm, you’ll have to start again.`,
      wrongCode:
        'That code is incorrect. Check that you scanned this QR code and that your phone’s clock is set to automatic, then enter the code the app shows now.',
      over: 'This setup has expired, or there were too many wrong codes. Start again.',
    },
    codes: {
      title: 'Recovery codes',
      lead: 'If you lose your phone, you can sign in with one of these. Each works once, and a new one takes its place. Don’t keep them on your phone: use a password manager, or print them and put them in a safe place.',
      list: 'Your recovery codes',
      generated: 'Created',
      copy: 'Copy',
      download: 'Download',
      print: 'Print',
      downloaded: 'Downloaded',
      done: 'Done',
      file: (account: string, issuer: string, codes: string[]) =>
        [`${issuer}: recovery codes for ${account}`, 'Each code works once.', '', ...codes, ''].join('\n'),
    },
    disableDialog: {
      title: 'Disable two-factor authentication?',
      lead: 'You’ll sign in with just your password. Your recovery codes and authenticator app will stop working for this account, and your other sessions will end.',
      submit: 'Disable',
    },
    regenerateDialog: {
      title: 'Regenerate recovery codes?',
      lead: 'You’ll get 8 new codes. Your current codes will stop working right away.',
      submit: 'Regenerate',
    },
  },

  identity: {
    title: 'Confirm that it’s you',
    lead: 'To continue, enter your password again.',
    leadTwoFactor: 'To continue, enter your password and a new code.',
    submit: 'Confirm',
    wrongPassword: 'Incorrect password.',
  },

  signIns: {
    title: 'Sign-ins',
    none: 'No sign-ins yet.',
    when: 'When',
    how: 'How',
    twoFactor: 'Second factor',
    from: 'From',
    device: 'Device',
    browserOn: (browser: string, system: string) => `${browser} on ${system}`,
    unknownDevice: 'Unknown',
    verified: 'Verified',
    notVerified: 'Not used',
  },

  sessions: {
    title: 'Sessions',
    device: 'Device',
    from: 'From',
    how: 'How',
    since: 'Since',
    seen: 'Last used',
    act: 'Action',
    current: 'This session',
    end: 'End',
    endOne: (device: string, ip: string) => `End the session on ${device} at ${ip}`,
    ended: 'The session has ended.',
    endOthers: 'End all others',
    othersEnded: 'All other sessions have ended.',
  },

  events: {
    title: 'History',
    none: 'Nothing has happened yet.',
    when: 'When',
    what: 'What',
    who: 'By',
    from: 'From',
    actors: {
      owner: 'The user',
      administrator: 'An administrator',
      operator: 'The operator',
      stranger: 'Someone unknown',
      link_holder: 'Someone with a link',
    },
    types: events,
    administratorChanges,
    permissions: permissionNames,
    links,
    about: 'Show their account',
  },

  notFound: { title: 'Page not found', lead: 'There’s nothing at this address.', home: 'Go to your account' },
};
