import { type Facts, unexpected, type Words } from './words.ts';

/* The words of mails about what happened with an account's codes and passwords: each may be somebody else's doing. */

export const mailsOfUse = {
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
