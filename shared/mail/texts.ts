/* Every word of the mails, in one place. A translation is another file of this shape. */

import { isGreetedByName } from './greeted-by-name.ts';
import { mailsOfAdministration } from './texts-of-administration.ts';
import { type Facts, unexpected, type Words } from './words.ts';

const factorOff = 'Your password alone signs you in now. Turn it on again in your account settings when you can.';

export const greeting = ({ name }: Facts, mail: MailName): string =>
  isGreetedByName(name, mail) ? `Hello ${name},` : 'Hello,';
export const footer = ({ organization }: Facts, product: string): string =>
  `${organization} sends you this through ${product} because it concerns your account. Nobody reads answers to this address.`;

export const mails = {
  ...mailsOfAdministration,
  invited: ({ organization, until }: Facts): Words => ({
    subject: `Your account at ${organization}`,
    lines: [
      `an administrator of ${organization} has made an account for you. Set a password to use it. The link works once, until ${until}.`,
      'If you did not expect this, leave it: without a password nobody can use the account.',
    ],
    action: 'Set your password',
  }),
  invitedAgain: ({ organization, until }: Facts): Words => ({
    subject: `Set your password at ${organization}`,
    lines: [
      `an administrator of ${organization} has made a link for you to set a password. It works once, until ${until}, and ends every session.`,
      unexpected,
    ],
    action: 'Set your password',
  }),
  passwordReset: ({ organization, until, where }: Facts): Words => ({
    subject: `Reset your password at ${organization}`,
    lines: [
      `somebody at ${where} asked to reset your password. The link sets a new one; it works once, until ${until}. Your second factor stays as it is.`,
      'If that was not you, leave it: nothing has changed.',
    ],
    action: 'Set a new password',
  }),
  passwordSet: ({ when, where }: Facts): Words => ({
    subject: 'Your password was set',
    lines: [`Your password was set on ${when} from ${where}. You were signed out everywhere.`, unexpected],
    action: 'This was not me',
  }),
  passwordClosed: ({ when, until }: Facts): Words => ({
    subject: 'Your password was locked',
    lines: [
      `Someone entered a wrong password for your account 100 times in a row, the last time on ${when}. We locked the password for devices you have not used before.`,
      `Set a new password to sign in on a new device. The link works once, until ${until}.`,
    ],
    action: 'Set a new password',
  }),
  passwordChanged: ({ when, where }: Facts): Words => ({
    subject: 'Your password was changed',
    lines: [`your password was changed at ${when} from ${where}. Your other sessions were ended.`, unexpected],
    action: 'This was not me',
  }),
  twoFactorEnabled: ({ when }: Facts): Words => ({
    subject: 'Two-factor authentication is on',
    lines: [
      `two-factor authentication was turned on for your account at ${when}. From now on, signing in takes your password and a code from your app.`,
      'Keep your recovery codes where you find them without your phone.',
      'If that was not you, someone else may know your password. The button below signs everyone out, turns two-factor authentication off again, and lets you set a new password.',
    ],
    action: 'This was not me',
  }),
  twoFactorReplaced: ({ when }: Facts): Words => ({
    subject: 'Your authenticator app was replaced',
    lines: [
      `another authenticator app was connected to your account at ${when}. The one before and the earlier recovery codes do not work any more.`,
      unexpected,
    ],
    action: 'This was not me',
  }),
  twoFactorDisabled: ({ when, where }: Facts): Words => ({
    subject: 'Two-factor authentication is off',
    lines: [
      `two-factor authentication was turned off for your account at ${when} from ${where}.`,
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
      unexpected,
    ],
    action: 'This was not me',
  }),
  recoveryCodesShown: ({ when, where }: Facts): Words => ({
    subject: 'Your recovery codes were shown',
    lines: [
      `your recovery codes were shown at ${when} to somebody signed in to your account from ${where}.`,
      unexpected,
    ],
    action: 'This was not me',
  }),
  recoveryCodesRegenerated: ({ when, where }: Facts): Words => ({
    subject: 'You have new recovery codes',
    lines: [
      `8 new recovery codes were made for your account at ${when} from ${where}. The ones before do not work any more.`,
      unexpected,
    ],
    action: 'This was not me',
  }),
  recoveryCodeUsed: ({ when, where, used }: Facts): Words => ({
    subject: 'A recovery code was used',
    lines: [
      `one of your recovery codes was used at ${when} from ${where}. It does not work any more, and a new one has taken its place.`,
      `Of this set of 8, ${used} ${used === 1 ? 'has' : 'have'} been used so far. Your account settings show those that work now.`,
      unexpected,
    ],
    action: 'This was not me',
  }),
  twoFactorUndone: ({ when }: Facts): Words => ({
    subject: 'Two-factor authentication is off',
    lines: [
      `You told us on ${when} that it was not you who turned on two-factor authentication. We turned it off and signed everyone out.`,
      'Turn it on again with your own app once you have set a new password.',
    ],
  }),
  twoFactorReminder: ({ organization }: Facts): Words => ({
    subject: `${organization} asks you to turn on two-factor authentication`,
    lines: [
      `your account at ${organization} is protected by a password alone. With two-factor authentication, somebody who learns your password still cannot sign in.`,
      'It takes two minutes and an authenticator app: open your account settings and press Enable.',
    ],
    action: 'Open your account settings',
  }),
  oneTimePassIssued: ({ organization, when, pass }: Facts): Words => ({
    subject: 'Your one-time pass',
    lines: [
      `An administrator of ${organization} issued this one-time pass on ${when}. Enter it instead of a code from your authenticator app. It works once, for a short time:`,
      pass,
      'Never share it: nobody will ask you for it. If you did not ask for a pass, press the button below.',
    ],
    action: 'This was not me',
  }),
  oneTimePassUsed: ({ when, where }: Facts): Words => ({
    subject: 'A one-time pass was used',
    lines: [
      `your account was signed in to at ${when} from ${where} with your password and a one-time pass.`,
      'Two-factor authentication is still on: connect your new authenticator app in your account settings.',
      unexpected,
    ],
    action: 'This was not me',
  }),
  newDevice: ({ when, where }: Facts): Words => ({
    subject: 'A sign-in from a new device',
    lines: [
      `your account was signed in to at ${when} from ${where}, at a device that was not used before.`,
      unexpected,
    ],
    action: 'This was not me',
  }),
  secondFactorAbandoned: ({ when, where }: Facts): Words => ({
    subject: 'Somebody had your password and did not go on',
    lines: [
      `shortly before ${when}, somebody at ${where} entered your right password at a device that was not used before, and then no second factor. They were not let in.`,
      'If that was you, there is nothing to do. If it was not, choose another password now.',
    ],
    action: 'This was not me',
  }),
  secondFactorFailed: ({ when, where }: Facts): Words => ({
    subject: 'Somebody may know your password',
    lines: [
      `at ${when}, somebody at ${where} entered your right password, but not your second factor. They were not let in.`,
      'If that was you, there is nothing to do. If it was not, choose another password now.',
    ],
    action: 'This was not me',
  }),
};
export type MailName = keyof typeof mails;
