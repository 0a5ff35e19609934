import { counted } from './counted.ts';
import { permissionNames } from './history.ts';

/* The texts of the pages for administrators, which other people do not load. */

export const userTexts = {
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
    csvBusy: 'Preparing…',
    csvDone: (count: number) => `Downloaded ${count} ${count === 1 ? 'user' : 'users'}`,
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
    none: 'First, select the users to remind.',
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
      off: 'Optional: each user decides',
      encouraged: 'Encouraged: users without it are asked to turn it on',
      required: 'Required: starting on a date you choose, users without it can’t do anything until they turn it on',
    },
    dayHint:
      'This applies to new sign-ins. People who are already signed in keep their session until it ends, within a day.',
    submit: 'Save policy',
    saved: 'Policy saved.',
    encourages: (organization: string) =>
      `${organization} asks you to turn on two-factor authentication. It takes about two minutes.`,
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
      lead: 'For someone who lost their phone and their recovery codes. Make sure you know who’s asking: after this, they can sign in with just their password. This also ends all of their sessions.',
      submit: 'Reset',
    },
    bypassCode: 'Bypass code',
    bypassCodeDialog: {
      title: 'Send a bypass code?',
      lead: 'For someone who doesn’t have their phone right now. We email them a bypass code that replaces their second factor once. Two-factor authentication stays on. Make sure you know who’s asking.',
      submit: 'Send bypass code',
    },
    bypassCodeSent: (email: string) => `We’ve sent a bypass code to ${email}. It works once, until`,
    liftWaits: 'End waiting time',
    waitsLifted: 'The waiting time has ended. The user can try again right away.',
    liftWaitsDialog: {
      title: 'End the waiting time?',
      lead: 'For someone who has to wait after too many wrong passwords or codes. They can try again right away.',
      submit: 'End waiting time',
    },
    invite: 'New invitation link',
    invitation:
      'Give this link to the user. It won’t be shown again. They can use it once to set their password, until',
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
      'Copy this link now and give it to the new user. It won’t be shown again. They can use it once to set their password, until',
    another: 'Create another user',
  },
};
