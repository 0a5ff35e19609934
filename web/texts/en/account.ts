/* The texts of the account settings, which no one loads to sign in. */

const account = {
  email: 'Email address',
  organization: 'Organization',
  lastSignIn: 'Last sign-in',
};

const places = {
  label: 'Account settings',
  security: 'Security',
  profile: 'Profile',
  sessions: 'Sessions',
  activity: 'Activity',
};

const profile = {
  title: 'Your name',
  lead: 'Shown to administrators and used in emails to you.',
  submit: 'Save name',
  saved: 'Your name was changed.',
};

const preferences = {
  title: 'Language and time zone',
  lead: 'For these pages and for the emails you get.',
  timeZone: 'Time zone',
  reminders: 'Send me reminders to turn on two-factor authentication',
  submit: 'Save',
  saved: 'Saved.',
};

const personalData = {
  title: 'Your data',
  lead: 'Download everything we store about your account, except passwords and keys, or delete the account.',
  download: 'Download your data',
  downloaded: 'Downloaded.',
  delete: 'Delete account',
  dialog: {
    title: 'Delete your account?',
    lead: 'You’ll be signed out everywhere and won’t be able to sign in again. We erase your data within minutes. This can’t be undone.',
    submit: 'Delete account',
  },
};

const sessions = {
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
};

const lostPhone = {
  title: 'Signing in without your phone',
  ways: [
    'Use a recovery code. You got 8 of them when you turned on two-factor authentication. They may be in your password manager, or printed.',
    'Are you still signed in on another device? Open your account settings there and replace the authenticator app.',
  ],
  bypassCode: 'Ask your administrator for a bypass code. It’s emailed to you and works once.',
  reset:
    'If your phone is gone for good, ask your administrator to reset two-factor authentication. They’ll want to make sure it’s you.',
  support: 'You can also reach the people who help with sign-in:',
  afterwards: 'Once you’re in, connect an authenticator app on your new phone and store the new recovery codes.',
};

const email = {
  title: 'Your email address',
  lead: 'You sign in with this address, and we send email to it.',
  label: 'New email address',
  submit: 'Change address',
  sent: (address: string) =>
    `If ${address} can be used, we’ve sent a link there. Your address changes when you open it and confirm.`,
};

const confirmEmail = {
  title: 'Confirm your new address',
  lead: 'You’ll sign in with this address from now on. You’ll be signed out everywhere.',
  next: 'New address:',
  submit: 'Confirm',
  taken: 'Another account now uses this address.',
  over: 'This link has expired or was already used. Request another one in your account settings.',
};

export const accountTexts = {
  lostPhone,
  email,
  confirmEmail,
  account,
  places,
  profile,
  preferences,
  personalData,
  sessions,
  codesWithdrawn:
    'None of your codes work any longer, because your account was restored from a backup. Choose “Regenerate recovery codes”.',
};
