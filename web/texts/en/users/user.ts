import { permissionNames } from '../history.ts';

export const user = {
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
};

export const userActions = {
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
  invitation: 'Give this link to the user. It won’t be shown again. They can use it once to set their password, until',
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
  sessions: 'Sessions',
  noSessions: 'Not signed in anywhere.',
  endSessions: 'Sign out everywhere',
  sessionsEnded: 'The user was signed out everywhere.',
  endSessionsDialog: {
    title: 'Sign this user out everywhere?',
    lead: 'For a device that’s lost or in the wrong hands. This ends all of their sessions. They can sign in again.',
    submit: 'Sign out everywhere',
  },
  delete: 'Delete user',
  deleted: (name: string) => `${name} was deleted. Their data is erased within minutes.`,
  deleteDialog: {
    title: 'Delete this user?',
    lead: 'They’re signed out everywhere and can’t sign in again. Their email address is free right away, and their data is erased within minutes. This can’t be undone.',
    submit: 'Delete user',
  },
  withdraw: 'Withdraw invitation',
  withdrawDialog: {
    title: 'Withdraw this invitation?',
    lead: 'The link stops working, and the user is removed. You can invite the same address again.',
    submit: 'Withdraw invitation',
  },
  email: 'Email address',
  emailLead: 'The current address stays until the user confirms the new one.',
  emailLeadInvited: 'The invitation goes to the new address. The link in the old email stops working.',
  saveEmail: 'Change address',
  emailSent: (address: string) => `We’ve sent a link to ${address}. The address changes when the user confirms it.`,
  emailCorrected: (address: string) => `The address was corrected, and a new invitation was sent to ${address}.`,
  edit: 'Name and permissions',
  saveEdit: 'Save changes',
  edited: 'Saved.',
};

export const newUser = {
  title: 'New user',
  language: 'Language of pages and emails',
  anyLanguage: 'Their browser’s; the invitation is in English',
  mayManage: 'Can manage users of the organization',
  submit: 'Create user',
  created: (name: string) => `${name} was created`,
  invitation:
    'Copy this link now and give it to the new user. It won’t be shown again. They can use it once to set their password, until',
  another: 'Create another user',
};
