import type { Facts, Words } from '../words.ts';
import { unexpected } from './unexpected.ts';

/* The texts of mails about the use of an account's codes and passwords: any of it may have been someone else. */

export const mailsOfUse = {
  recoveryCodesShown: ({ when, where }: Facts): Words => ({
    subject: 'Your recovery codes were shown',
    lines: [
      `Your recovery codes were shown on ${when} to someone signed in to your account from ${where}.`,
      unexpected,
    ],
    action: 'This was not me',
  }),
  recoveryCodesRegenerated: ({ when, where }: Facts): Words => ({
    subject: 'You have new recovery codes',
    lines: [
      `8 new recovery codes were generated for your account on ${when} from ${where}. Your previous codes no longer work.`,
      unexpected,
    ],
    action: 'This was not me',
  }),
  recoveryCodesWithdrawn: ({ when }: Facts): Words => ({
    subject: 'Create new recovery codes',
    lines: [
      `Your account was restored from a backup on ${when}, and your recovery codes may have been used since that backup. As a precaution, none of them work any longer.`,
      'Sign in with your authenticator app and create new codes in your account settings. If your password does not work, set a new one with “Forgot your password?”.',
    ],
    action: 'Open your account settings',
  }),
  recoveryCodeUsed: ({ when, where, used }: Facts): Words => ({
    subject: 'A recovery code was used',
    lines: [
      `One of your recovery codes was used on ${when} from ${where}. It no longer works, and a new one has taken its place.`,
      `So far, ${used} ${used === 1 ? 'code of this set has' : 'codes of this set have'} been used and replaced. Your account settings show the codes that work now.`,
      unexpected,
    ],
    action: 'This was not me',
  }),
  bypassCodeIssued: ({ organization, when, pass }: Facts): Words => ({
    subject: 'Your bypass code',
    lines: [
      `An administrator of ${organization} issued this bypass code on ${when}. Enter it instead of a code from your authenticator app. It works once, for a short time:`,
      pass,
      'Never share it with anyone. If you didn’t ask for one, use the button below.',
    ],
    action: 'This was not me',
  }),
  bypassCodeUsed: ({ when, where }: Facts): Words => ({
    subject: 'A bypass code was used',
    lines: [
      `Someone signed in to your account on ${when} from ${where} with your password and a bypass code.`,
      'Two-factor authentication is still on. Connect your new authenticator app in your account settings.',
      unexpected,
    ],
    action: 'This was not me',
  }),
  newDevice: ({ when, where }: Facts): Words => ({
    subject: 'A sign-in from a new device',
    lines: [
      `Someone signed in to your account on ${when} from ${where}, on a device you haven’t used before.`,
      unexpected,
    ],
    action: 'This was not me',
  }),
  secondFactorAbandoned: ({ when, where }: Facts): Words => ({
    subject: 'Someone entered your password but didn’t finish signing in',
    lines: [
      `Shortly before ${when}, someone at ${where} entered your password on a device you haven’t used before, but didn’t complete the second step. They weren’t signed in.`,
      'If that was you, there’s nothing to do. If it wasn’t, set a new password now.',
    ],
    action: 'This was not me',
  }),
  secondFactorFailed: ({ when, where }: Facts): Words => ({
    subject: 'Someone may know your password',
    lines: [
      `On ${when}, someone at ${where} entered your password, but not the right second factor. They weren’t signed in.`,
      'If that was you, there’s nothing to do. If it wasn’t, set a new password now.',
    ],
    action: 'This was not me',
  }),
};
