import type { securityEventTypes } from '../shared/domain/entities/security-event.ts';
import type { Method } from '../shared/domain/entities/sign-in.ts';
import type { FailureCode } from '../shared/domain/errors.ts';
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
  credentials_invalid: 'The email address or the password is not right.',
  session_required: 'Your session is over. Sign in again.',
  challenge_invalid: 'This step is over. Sign in again.',
  code_invalid: 'The code is not right, or was already used.',
  identity_confirmation_required: 'Confirm that it is you first.',
  permission_required: 'Your account may not manage users. Ask an administrator.',
  two_factor_required: 'Your organization requires two-factor authentication. Turn it on in your account settings.',
  origin_rejected: 'This page may not do that. Open it at its own address, without a proxy in between.',
  not_found: 'There is nothing here.',
  method_not_allowed: 'This page is out of date. Reload it.',
  two_factor_not_enabled: 'Two-factor authentication is not on. Reload the page to see how things are.',
  setup_invalid: 'This set-up is over: it took too long, or another one was started. Start again.',
  email_taken: 'There is already a user with this email address.',
  payload_too_large: 'That is too long.',
  media_type_unsupported: 'This page is out of date. Reload it.',
  password_rejected: 'Choose another password.',
  too_many_attempts: 'Too many attempts. Wait a moment, then try again.',
  temporarily_unavailable: 'The service does not answer just now. Nothing was used up: try again in a moment.',
  internal: 'Something went wrong on our side. Try again; if it stays, tell your administrator.',
  offline: 'The service cannot be reached. Check your connection, then try again.',
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
  user_updated: 'Name or permissions changed',
  user_suspended: 'Suspended',
  user_reactivated: 'Reactivated',
  password_set: 'Password set',
  password_changed: 'Password changed',
  session_ended: 'Session ended',
  sessions_ended: 'All other sessions ended',
  two_factor_enabled: 'Two-factor authentication turned on',
  two_factor_replaced: 'Authenticator app replaced',
  two_factor_disabled: 'Two-factor authentication turned off',
  two_factor_reset: 'Two-factor authentication reset',
  recovery_codes_shown: 'Recovery codes shown',
  recovery_codes_regenerated: 'Recovery codes regenerated',
  recovery_code_used: 'Recovery code used and replaced',
  two_factor_reminded: 'Reminder sent to turn on two-factor authentication',
  two_factor_policy_set: 'Two-factor policy set',
  one_time_pass_issued: 'One-time pass made',
  one_time_pass_used: 'One-time pass used',
  second_factor_failed: 'Right password, wrong second factor',
  second_factor_abandoned: 'Right password, then no second factor',
  reported_not_me: 'Reported as “not me”: all sessions ended',
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
    notCopied: 'Copying does not work here. Select the text and copy it by hand.',
    skip: 'Skip to the content',
    never: 'Never',
    more: 'Show more',
    navigation: 'Main',
  },
  nav: {
    account: 'Account',
    users: 'Users',
    signOut: 'Sign out',
    stillSignedIn: 'You are still signed in: the service could not be reached. Try again.',
  },

  fields: {
    email: { label: 'Email address', invalid: 'Enter an email address, like name@example.com.' },
    password: { label: 'Password', invalid: 'Enter your password.' },
    currentPassword: { label: 'Present password', invalid: 'Enter the password that you have now.' },
    newPassword: { label: 'New password', invalid: 'Enter a new password.' },
    code: { label: 'Code', invalid: 'Enter the 6 digits that your authenticator app shows.' },
    recoveryCode: { label: 'Recovery code', invalid: 'Enter a recovery code: 24 letters and digits.' },
    oneTimePass: { label: 'One-time pass', invalid: 'Enter the one-time pass: 16 letters and digits.' },
    name: { label: 'Name', invalid: 'Enter a name of at most 100 characters.' },
    day: { label: 'Required from', invalid: 'Choose the day from which it is required.' },
    reason: {
      label: 'Reason',
      hint: 'It is kept in the history of the account.',
      invalid: 'Say why, in at most 300 characters.',
    },
    stored: { label: 'I have stored these codes', invalid: 'Store the codes, then tick the box.' },
  },
  password: {
    show: 'Show',
    hide: 'Hide',
    showLabel: 'Show password',
    hideLabel: 'Hide password',
    title: 'Your password',
    change: 'Change password',
    submit: 'Change',
    changed: 'Your password is changed. Your other sessions have ended.',
  },

  signIn: {
    title: 'Sign in',
    submit: 'Sign in',
    forgot: 'Forgot your password?',
    because: {
      'challenge-over':
        'The second step is over: its time is up, it was answered too often, or you signed in again. Sign in once more.',
      'session-over': 'Your session is over. Sign in again to go on.',
      'signed-out': 'You have signed out.',
      'password-set': 'Your password is set. Sign in with it.',
    },
  },

  challenge: {
    title: 'Two-factor authentication',
    as: 'Signing in as',
    lead: 'Open your authenticator app and enter the code that it shows now.',
    codeHint: '6 digits; the app shows new ones every 30 seconds.',
    recoveryLead: 'Enter one of the recovery codes that you stored when you turned two-factor authentication on.',
    recoveryHint: 'Each code works once. A new one takes its place.',
    submit: 'Submit',
    ways: {
      recovery: 'Use a recovery code instead',
      totp: 'Use the authenticator app instead',
      pass: 'Use a one-time pass from an administrator',
    },
    oneTimePassLead: 'Enter the pass that an administrator gave you. It works once.',
    wrongOneTimePass: 'The pass is not right, was already used, or is too old. Ask for another one.',
    timeLeft: 'Time left for this step:',
    back: 'Back to sign-in',
    wrongCode:
      'The code is not right, or was already used. Wait for the next one; if that fails too, set the clock of your phone to automatic.',
    wrongRecoveryCode: 'The recovery code is not right, or was already used. Try another one.',
  },

  setPassword: {
    title: 'Set your password',
    lead: 'Choose the password with which you will sign in.',
    hint: (least: number) => `At least ${least} characters. Several words that only you would put together are good.`,
    submit: 'Set password',
    over: 'This link is over: it was used already, or it is too old. Ask your administrator for a new one.',
    missing: 'This address lacks its end. Open the whole link of your invitation.',
  },

  forgot: {
    title: 'Reset your password',
    lead: 'Enter the address that you sign in with. You get a mail with a link to set another password.',
    submit: 'Send the mail',
    noMail: 'No mail is sent here. Ask your administrator for a link to set another password.',
    sentTitle: 'Look into your mail',
    sent: (email: string) =>
      `If there is an account for ${email}, a mail with a link is on its way. The link works for half an hour.`,
    nothing: 'If nothing comes, look among unwanted mail, check the address, or ask your administrator.',
  },
  notMe: {
    title: 'This was not me',
    lead: 'Every session of your account ends, on all devices. Then you choose another password.',
    submit: 'End every session',
    done: 'Every session has ended. Choose another password, with which you will sign in.',
    over: 'This link is over: it is too old, or your password was changed since.',
    missing: 'This address lacks its end. Open the whole link of the mail.',
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
    why: 'A second step when you sign in: besides your password, a code from an app on your phone. It protects your account even if somebody learns your password.',
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
      'Your new authenticator app is connected. The one before and the earlier recovery codes do not work any more.',
    regenerated: 'You have 8 new recovery codes. The ones before do not work any more.',
    replaced:
      'You signed in with a recovery code. It does not work any more, and a new one has taken its place: store the new set.',
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
      confirmLead: 'Enter the code that the app shows now. Two-factor authentication is not on before that.',
      submit: 'Confirm setup',
      until: (time: string) =>
        `This set-up ends at ${time}. If you leave the page before you confirm, you start again.`,
      wrongCode:
        'The code is not right. Check that you scanned this QR code, and that the clock of your phone is set to automatic; then enter the code that the app shows now.',
      over: 'This set-up is over: it took too long, or there were too many wrong codes. Start again.',
    },
    codes: {
      title: 'Recovery codes',
      lead: 'If you lose your phone, one of these signs you in. Each works once, and a new one takes its place. Keep them apart from your phone: in a password manager, or printed in a safe place.',
      list: 'Your recovery codes',
      generated: 'Made',
      copy: 'Copy',
      download: 'Download',
      print: 'Print',
      downloaded: 'Downloaded',
      done: 'Done',
      file: (account: string, issuer: string, codes: string[]) =>
        [`${issuer}: recovery codes of ${account}`, 'Each code works once.', '', ...codes, ''].join('\n'),
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
    title: 'Confirm that it is you',
    lead: 'This part of your account needs your password again.',
    leadTwoFactor: 'This part of your account needs your password and a code again.',
    submit: 'Confirm',
    wrongPassword: 'The password is not right.',
  },

  signIns: {
    title: 'Sign-ins',
    none: 'There is no sign-in yet.',
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
    endOne: (device: string, ip: string) => `End the session of ${device} at ${ip}`,
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
    actors: { owner: 'The user', administrator: 'An administrator', operator: 'The operator', stranger: 'Somebody' },
    types: events,
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
    none: 'No user fits this filter.',
    count: (count: number, hasMore: boolean) =>
      `${count} ${count === 1 ? 'user' : 'users'}${hasMore ? ' on this page; there are more' : ''}`,
    first: 'First page',
    next: 'Next page',
    pages: 'Pages of the list',
    badAddress: 'This address of the list is not valid any more.',
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
      `${enabled} of ${total} ${total === 1 ? 'user' : 'users'} (${total === 0 ? 0 : Math.round((100 * enabled) / total)} %) have two-factor authentication on.`,
    followUp: 'Show those without',
    overTime: (since: string, before: number, now: number) => `From ${before} % on ${since} to ${now} % today.`,
  },

  reminders: {
    column: 'Select',
    select: (email: string) => `Select ${email}`,
    all: 'Select all without two-factor',
    no: 'Select none',
    send: 'Send reminder',
    none: 'Select those who are to get a reminder first.',
    sent: (count: number, skipped: number) =>
      `${counted(count, 'reminder')} sent.${skipped > 0 ? ` ${counted(skipped, 'user')} had one within a week, or need none any more.` : ''}`,
  },

  policy: {
    title: 'Two-factor policy',
    lead: 'What your organization asks of its users',
    modes: {
      off: 'Voluntary: each user decides',
      encouraged: 'Encouraged: who has it off is asked to turn it on',
      required: 'Required: from a day on, who has it off can only turn it on',
    },
    dayHint:
      'It holds for sign-ins from now on; who is signed in already keeps that session until it ends, a day at most.',
    submit: 'Save policy',
    saved: 'The policy is saved.',
    encourages: (organization: string) =>
      `${organization} asks you to turn on two-factor authentication. It takes two minutes.`,
    requires: (organization: string) =>
      `${organization} requires two-factor authentication. Turn it on to go on: until then you can do nothing else here.`,
    willRequire: (organization: string) =>
      `${organization} requires two-factor authentication from a certain time on. Turn it on before`,
  },

  user: {
    back: 'All users',
    profile: 'Profile',
    permissions: 'Permissions',
    mayManage: 'May manage users',
    noPermissions: 'None',
    created: 'Created',
    status: 'Status',
    active: 'Active',
    suspended: 'Suspended',
    gone: 'There is no such user in your organization.',
  },

  userActions: {
    title: 'Actions',
    resetTwoFactor: 'Reset two-factor authentication',
    reset: 'Two-factor authentication is off for this user. Their sessions have ended, and a mail tells them.',
    resetDialog: {
      title: 'Reset two-factor authentication?',
      lead: 'For who has lost the phone and the recovery codes. Be sure who asks: from then on the password alone signs in. Every session of the user ends.',
      submit: 'Reset',
    },
    oneTimePass: 'One-time pass',
    oneTimePassDialog: {
      title: 'Make a one-time pass?',
      lead: 'For who has lost the phone for now. The pass stands for the second factor once and leaves it on. Be sure who asks: a mail tells the user.',
      submit: 'Make the pass',
    },
    oneTimePassMade: 'Give this pass to the user: it is not shown again. It works once, with the password, and ends',
    invite: 'New invitation link',
    invitation: 'Give this link to the user: it is not shown again. It sets a new password, works once, and ends',
    suspend: 'Suspend',
    suspended: 'The user is suspended and signed out everywhere.',
    suspendDialog: {
      title: 'Suspend this user?',
      lead: 'Every session of the user ends, and no sign-in works until you reactivate the account.',
      submit: 'Suspend',
    },
    reactivate: 'Reactivate',
    reactivated: 'The user can sign in again.',
  },

  newUser: {
    title: 'New user',
    mayManage: 'May manage users of the organization',
    submit: 'Create user',
    created: (name: string) => `${name} was created`,
    invitation:
      'Copy this link now and give it to the new user: it is not shown again. It sets the password, works once, and ends',
    another: 'Create another user',
  },

  notFound: { title: 'Page not found', lead: 'There is nothing at this address.', home: 'Go to your account' },
};
