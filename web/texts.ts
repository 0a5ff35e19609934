import type { securityEventTypes } from '../shared/domain/entities/security-event.ts';
import type { Method } from '../shared/domain/entities/sign-in.ts';
import type { FailureCode } from '../shared/domain/errors.ts';
import type { Permission } from '../shared/domain/fields.ts';
import { productName } from './product.ts';

/* Every word of the pages, in one place. A translation is another file of this shape. */

const counted = (count: number, unit: string): string => (count === 1 ? `1 ${unit}` : `${count} ${unit}s`);

/** A time to wait, in the unit that people would say it in. */
const duration = (seconds: number): string => {
  if (seconds < 60) return counted(seconds, 'second');
  if (seconds <= 90 * 60) return counted(Math.ceil(seconds / 60), 'minute');
  return counted(Math.ceil(seconds / 3_600), 'hour');
};

/** What a page can be told went wrong: what the API says, and that it could not be asked. */
export type TroubleCode = FailureCode | 'offline';

const troubles: Record<TroubleCode, string> = {
  request_invalid: 'Check what you entered.',
  credentials_invalid: 'Incorrect email address or password.',
  session_required: 'Your session has ended. Sign in again.',
  challenge_invalid: 'Your sign-in timed out. Sign in again.',
  code_invalid: 'That code is incorrect or has already been used.',
  identity_confirmation_required: 'Confirm that it’s you first.',
  permission_required: 'You don’t have permission to manage users. Ask an administrator.',
  two_factor_required: 'Turn on two-factor authentication first.',
  origin_rejected: 'This page can’t do that. Open it at its own address, without a proxy in between.',
  not_found: 'There’s nothing here.',
  method_not_allowed: 'This page is out of date. Reload it.',
  two_factor_not_enabled: 'Two-factor authentication isn’t on. Reload the page to see the current state.',
  setup_invalid: 'This setup has expired or was replaced by another one. Start again.',
  email_taken: 'There’s already a user with this email address.',
  user_suspended: 'This user is suspended. Reactivate them first.',
  last_administrator: 'Your organization needs at least one active administrator. Add another one first.',
  mail_required:
    'This can only be sent to the user by email, and email isn’t set up here. Ask the people who run this service.',
  payload_too_large: 'That’s too long.',
  media_type_unsupported: 'This page is out of date. Reload it.',
  password_rejected: 'Choose another password.',
  too_many_attempts: 'Too many attempts. Wait a moment, then try again.',
  temporarily_unavailable: 'The service isn’t responding right now. Nothing was used up. Try again in a moment.',
  internal: 'Something went wrong on our side. Try again. If it keeps happening, contact your administrator.',
  offline: 'The service can’t be reached. Check your connection, then try again.',
};

const methods: Record<Method, string> = {
  password: 'Password',
  'password+totp': 'Password and authenticator code',
  'password+recovery_code': 'Password and recovery code',
  'password+one_time_pass': 'Password and one-time pass',
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
  one_time_pass_issued: 'One-time pass sent',
  one_time_pass_used: 'One-time pass used',
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

const permissionNames: Record<Permission, string> = { 'users:manage': 'Manage users' };

/** What made it possible; a “This was not me” link is in the words of its events. */
const links: Record<'invitation' | 'reset', string> = {
  invitation: 'invitation link',
  reset: 'password reset link',
};

export const texts = {
  productName,
  troubles,
  methods,
  wait: (seconds: number) => `Too many attempts. Wait ${duration(seconds)}, then try again.`,
  titleOf: (title: string, isTrouble: boolean) => `${isTrouble ? 'Error: ' : ''}${title} – ${productName}`,

  general: {
    problem: 'There is a problem',
    loading: 'Loading…',
    tryAgain: 'Try again',
    cancel: 'Cancel',
    copy: 'Copy',
    copied: 'Copied',
    notCopied: 'Copying doesn’t work here. Select the text and copy it yourself.',
    skip: 'Skip to the content',
    never: 'Never',
    more: 'Show more',
    navigation: 'Main',
  },
  nav: {
    account: 'Account',
    users: 'Users',
    signOut: 'Sign out',
    stillSignedIn: 'You’re still signed in: the service couldn’t be reached. Try again.',
  },

  fields: {
    email: { label: 'Email address', invalid: 'Enter an email address, like name@example.com.' },
    password: { label: 'Password', invalid: 'Enter your password.' },
    currentPassword: { label: 'Current password', invalid: 'Enter your current password.' },
    newPassword: { label: 'New password', invalid: 'Enter a new password.' },
    code: { label: 'Code', invalid: 'Enter the 6 digits that your authenticator app shows.' },
    recoveryCode: { label: 'Recovery code', invalid: 'Enter a recovery code: 24 letters and digits.' },
    oneTimePass: { label: 'One-time pass', invalid: 'Enter the one-time pass: 24 letters and digits.' },
    name: { label: 'Name', invalid: 'Enter a name of at most 100 characters.' },
    day: { label: 'Required from', invalid: 'Choose the day it becomes required.' },
    reason: {
      label: 'Reason',
      hint: 'This is kept in the account’s history.',
      invalid: 'Enter a reason of at most 300 characters.',
    },
    stored: { label: 'I have stored these codes', invalid: 'Store the codes, then check the box.' },
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
    otherAccount: 'This page is about another account:',
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
      pass: 'Use a one-time pass from an administrator',
    },
    oneTimePassLead: 'Enter the one-time pass from your email. An administrator can send you one. It works once.',
    oneTimePassHint: '24 letters and digits.',
    wrongOneTimePass:
      'That pass is incorrect, has expired or has already been used. Ask your administrator for a new one.',
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
    hint: (least: number) => `At least ${least} characters. Several words that only you would combine work well.`,
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
      `If there’s an account for ${email}, we’ve sent an email with a link to it. The link works for half an hour.`,
    nothing: 'If you don’t see it, check your spam folder and the address, or ask your administrator.',
  },
  notMe: {
    title: 'This was not me',
    lead: 'This ends every session of your account, on all devices. If two-factor authentication was turned on after the email, it’s turned off again. Then you choose a new password.',
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
    disabled: 'Two-factor authentication is off. Your password alone signs you in.',
    enabled: 'Two-factor authentication is on. Store your recovery codes now.',
    replacedApp:
      'Your new authenticator app is connected. The previous app and the earlier recovery codes no longer work.',
    regenerated: 'You have 8 new recovery codes. The previous ones no longer work.',
    replaced:
      'You signed in with a recovery code. It no longer works, and a new one has taken its place. Store the new set.',
    setup: {
      title: 'Connect your authenticator app',
      scan: 'Scan this QR code with an authenticator app, such as Google Authenticator, Authy or 1Password.',
      qrCode: (issuer: string, account: string) =>
        `QR code for an authenticator app: ${issuer}, ${account}. The secret key below says the same as text.`,
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
      lead: 'Your password alone will sign you in. Your recovery codes and the entry in your authenticator app stop working, and your other sessions end.',
      submit: 'Disable',
    },
    regenerateDialog: {
      title: 'Regenerate recovery codes?',
      lead: 'You get 8 new codes. The ones you have now stop working at once, wherever you stored them.',
      submit: 'Regenerate',
    },
  },

  identity: {
    title: 'Confirm that it’s you',
    lead: 'To continue, enter your password again.',
    leadTwoFactor: 'To continue, enter your password and a code again.',
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
    current: 'This one',
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

  users: {
    title: 'Users',
    newUser: 'New user',
    filter: 'Filter',
    twoFactor: 'Two-factor enabled',
    all: 'All',
    enabled: 'Enabled',
    disabled: 'Disabled',
    emailPrefix: 'Email begins with',
    apply: 'Apply',
    email: 'Email',
    name: 'Name',
    status: 'Two-factor',
    lastSignIn: 'Last sign-in',
    required: 'Two-factor required',
    notRequired: 'Password only',
    none: 'No users match these filters.',
    count: (count: number, hasMore: boolean) =>
      `${count} ${count === 1 ? 'user' : 'users'}${hasMore ? ' on this page; there are more' : ''}`,
    first: 'First page',
    next: 'Next page',
    pages: 'Pages of the list',
    badAddress: 'This link to the list no longer works.',
    csv: 'Download CSV',
    csvBusy: 'Collecting…',
    csvDone: (count: number) => `Downloaded ${count} ${count === 1 ? 'user' : 'users'}`,
    csvColumns: [
      'email',
      'name',
      'status',
      'two_factor',
      'two_factor_since',
      'last_sign_in',
      'last_sign_in_method',
      'last_sign_in_two_factor',
    ],
    adoption: 'Two-factor adoption',
    adopted: (enabled: number, total: number) =>
      `${enabled} of ${total} ${total === 1 ? 'user' : 'users'} (${total === 0 ? 0 : Math.round((100 * enabled) / total)}%) have two-factor authentication on.`,
    followUp: 'Show users without two-factor',
    overTime: (since: string, before: number, now: number) => `From ${before}% on ${since} to ${now}% today.`,
  },

  reminders: {
    column: 'Select',
    select: (email: string) => `Select ${email}`,
    all: 'Select all without two-factor',
    no: 'Select none',
    send: 'Send reminder',
    none: 'Select the users to remind first.',
    sent: (count: number) => `${counted(count, 'reminder')} sent.`,
    skipped: {
      recently: (count: number) => `${counted(count, 'user')} already got one this week.`,
      not_set_up: (count: number) =>
        count === 1 ? '1 user hasn’t set a password yet.' : `${count} users haven’t set a password yet.`,
      suspended: (count: number) => (count === 1 ? '1 user is suspended.' : `${count} users are suspended.`),
      enabled: (count: number) =>
        count === 1
          ? '1 user already has two-factor authentication.'
          : `${count} users already have two-factor authentication.`,
      not_found: (count: number) => (count === 1 ? '1 user no longer exists.' : `${count} users no longer exist.`),
    },
  },

  policy: {
    title: 'Two-factor policy',
    lead: 'What your organization asks of its users',
    modes: {
      off: 'Voluntary: each user decides',
      encouraged: 'Encouraged: users without it are asked to turn it on',
      required: 'Required: from a day you choose, users without it can only turn it on',
    },
    dayHint:
      'This applies to new sign-ins. People who are already signed in keep their session until it ends, within a day.',
    submit: 'Save policy',
    saved: 'Policy saved.',
    encourages: (organization: string) =>
      `${organization} asks you to turn on two-factor authentication. It takes two minutes.`,
    requires: (organization: string) =>
      `${organization} requires two-factor authentication. Turn it on to continue. Until then, you can’t do anything else here.`,
    willRequire: (organization: string) =>
      `${organization} will soon require two-factor authentication. Turn it on before`,
  },

  user: {
    back: 'All users',
    profile: 'Profile',
    permissions: 'Permissions',
    mayManage: permissionNames['users:manage'],
    noPermissions: 'None',
    created: 'Created',
    status: 'Status',
    active: 'Active',
    suspended: 'Suspended',
    gone: 'There’s no such user in your organization.',
  },

  userActions: {
    title: 'Actions',
    resetTwoFactor: 'Reset two-factor authentication',
    reset: 'Two-factor authentication is off for this user. They were signed out everywhere, and we’ve emailed them.',
    resetDialog: {
      title: 'Reset two-factor authentication?',
      lead: 'For someone who lost their phone and their recovery codes. Make sure you know who’s asking: from now on, their password alone signs them in. This ends all of their sessions.',
      submit: 'Reset',
    },
    oneTimePass: 'One-time pass',
    oneTimePassDialog: {
      title: 'Send a one-time pass?',
      lead: 'For someone who doesn’t have their phone right now. We email them a pass that replaces their second factor once. Two-factor authentication stays on. Make sure you know who’s asking.',
      submit: 'Send pass',
    },
    oneTimePassSent: (email: string) => `We’ve sent a one-time pass to ${email}. It works once, until`,
    liftWaits: 'End waiting time',
    waitsLifted: 'The waiting time has ended. The user can try again right away.',
    liftWaitsDialog: {
      title: 'End the waiting time?',
      lead: 'For someone who has to wait after too many wrong passwords or codes. They can try again right away.',
      submit: 'End waiting time',
    },
    invite: 'New invitation link',
    invitation: 'Give this link to the user. It isn’t shown again. It sets their password and works once, until',
    invitationSent: (email: string) => `We’ve sent a link to ${email}.`,
    suspend: 'Suspend',
    suspended: 'The user is suspended and signed out everywhere.',
    suspendDialog: {
      title: 'Suspend this user?',
      lead: 'This ends all of their sessions, and they can’t sign in until you reactivate the account.',
      submit: 'Suspend',
    },
    reactivate: 'Reactivate',
    reactivated: 'The user can sign in again.',
  },

  newUser: {
    title: 'New user',
    mayManage: 'Can manage users of the organization',
    submit: 'Create user',
    created: (name: string) => `${name} was created`,
    invitation:
      'Copy this link now and give it to the new user. It isn’t shown again. It sets their password and works once, until',
    another: 'Create another user',
  },

  notFound: { title: 'Page not found', lead: 'There’s nothing at this address.', home: 'Go to your account' },
};
