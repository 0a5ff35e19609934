export const account = {
  title: 'Account settings',
  profile: 'Profile',
  email: 'Email address',
  name: 'Name',
  organization: 'Organization',
  lastSignIn: 'Last sign-in',
};

export const preferences = {
  title: 'Language and time zone',
  lead: 'For these pages and for the emails you get.',
  timeZone: 'Time zone',
  submit: 'Save',
  saved: 'Saved.',
};

export const password = {
  show: 'Show',
  hide: 'Hide',
  showLabel: 'Show password',
  hideLabel: 'Hide password',
  title: 'Your password',
  change: 'Change password',
  submit: 'Change',
  changed: 'Your password was changed. Your other sessions have ended.',
};

export const sessions = {
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

export const identity = {
  title: 'Confirm that it’s you',
  lead: 'To continue, enter your password again.',
  leadTwoFactor: 'To continue, enter your password and a new code.',
  submit: 'Confirm',
  wrongPassword: 'Incorrect password.',
};
