/* Mails about how an account is protected: its password and its second factor. */

import type { Facts, Words } from '../words.ts';
import { unexpected, unexpectedOfOthers } from './unexpected.ts';

const factorOff =
  'Your account is now protected by your password only. Turn two-factor authentication back on in your account settings.';

export const mailsOfAccount = {
  invited: ({ organization, until }: Facts): Words => ({
    subject: `Your account at ${organization}`,
    lines: [
      `An administrator of ${organization} created an account for you. Set a password to start using it. The link works once, until ${until}.`,
      'If you weren’t expecting this, you can ignore this email. No one can use the account until a password is set.',
    ],
    action: 'Set your password',
  }),
  invitedAgain: ({ organization, until }: Facts): Words => ({
    subject: `Set your password at ${organization}`,
    lines: [
      `An administrator of ${organization} sent you a link to set a new password. It works once, until ${until}, and signs you out everywhere.`,
      unexpectedOfOthers,
    ],
    action: 'Set your password',
  }),
  passwordReset: ({ organization, until, where }: Facts): Words => ({
    subject: `Reset your password at ${organization}`,
    lines: [
      `Someone at ${where} asked to reset your password. Use the link to set a new one. It works once, until ${until}. Two-factor authentication stays as it is.`,
      'If that wasn’t you, you can ignore this email. Your password hasn’t changed.',
    ],
    action: 'Set a new password',
  }),
  emailChange: ({ organization, until, newEmail }: Facts): Words => ({
    subject: 'Confirm your new email address',
    lines: [
      `Someone asked to make ${newEmail} the address of an account at ${organization}. Use the link to confirm it. It works once, until ${until}.`,
      'After that, you sign in with this address, and you’re signed out everywhere.',
      'If that wasn’t you, you can ignore this email. Nothing changes.',
    ],
    action: 'Confirm this address',
  }),
  emailChanged: ({ when, where, newEmail }: Facts): Words => ({
    subject: 'Your email address was changed',
    lines: [
      `The address of your account was changed to ${newEmail} on ${when} from ${where}. From now on, our emails go there.`,
      'If that wasn’t you, use the button below: you get this address back, everyone is signed out, and you choose a new password.',
    ],
    action: 'This was not me',
  }),
  emailRestored: ({ when, newEmail }: Facts): Words => ({
    subject: 'Your email address was changed back',
    lines: [
      `On ${when}, your email address was changed back to ${newEmail}, using the link we emailed there. Everyone was signed out.`,
      'If you didn’t expect this, contact your administrator.',
    ],
  }),
  passwordSet: ({ when, where }: Facts): Words => ({
    subject: 'Your password was set',
    lines: [`Your password was set on ${when} from ${where}. You were signed out everywhere.`, unexpected],
    action: 'This was not me',
  }),
  passwordClosed: ({ when, until }: Facts): Words => ({
    subject: 'Your password was locked',
    lines: [
      `Someone entered a wrong password for your account 100 times in a row, the last time on ${when}. We locked the password for devices you haven’t used before.`,
      `Set a new password to sign in on a new device. The link works once, until ${until}.`,
    ],
    action: 'Set a new password',
  }),
  passwordChanged: ({ when, where }: Facts): Words => ({
    subject: 'Your password was changed',
    lines: [`Your password was changed on ${when} from ${where}. Your other sessions were signed out.`, unexpected],
    action: 'This was not me',
  }),
  twoFactorEnabled: ({ when, where }: Facts): Words => ({
    subject: 'Two-factor authentication is on',
    lines: [
      `Two-factor authentication was turned on for your account on ${when} from ${where}. From now on, you sign in with your password and a code from your authenticator app.`,
      'Keep your recovery codes somewhere you can get to without your phone.',
      'If that wasn’t you, someone else may know your password. The button below signs everyone out, turns two-factor authentication off again, and lets you set a new password.',
    ],
    action: 'This was not me',
  }),
  twoFactorReplaced: ({ when, where }: Facts): Words => ({
    subject: 'Your authenticator app was replaced',
    lines: [
      `A different authenticator app was connected to your account on ${when} from ${where}. Your previous app and recovery codes no longer work.`,
      unexpected,
    ],
    action: 'This was not me',
  }),
  twoFactorDisabled: ({ when, where }: Facts): Words => ({
    subject: 'Two-factor authentication is off',
    lines: [
      `Two-factor authentication was turned off for your account on ${when} from ${where}.`,
      factorOff,
      unexpected,
    ],
    action: 'This was not me',
  }),
  twoFactorReset: ({ organization, when }: Facts): Words => ({
    subject: 'Your two-factor authentication was reset',
    lines: [
      `An administrator of ${organization} removed your second factor on ${when}. You were signed out everywhere.`,
      factorOff,
      unexpectedOfOthers,
    ],
    action: 'This was not me',
  }),
  twoFactorUndone: ({ when }: Facts): Words => ({
    subject: 'Two-factor authentication is off',
    lines: [
      `On ${when}, you reported that you didn’t turn on two-factor authentication. We turned it off and signed everyone out.`,
      'Turn it on again with your own app once you have set a new password.',
    ],
  }),
  twoFactorReminder: ({ organization }: Facts): Words => ({
    subject: `${organization} asks you to turn on two-factor authentication`,
    lines: [
      `Your account at ${organization} is protected by your password only. With two-factor authentication, someone who learns your password still can’t sign in.`,
      'It takes two minutes and an authenticator app. Open your account settings and select Enable.',
      'You can turn these reminders off in your account settings, under Profile.',
    ],
    action: 'Open your account settings',
  }),
};
