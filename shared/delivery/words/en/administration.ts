import type { Facts, Words } from '../words.ts';
import { unexpectedOfOthers } from './unexpected.ts';

/* The texts of mails about what administrators do to accounts and rights. */

const changeInWords: Record<string, string> = {
  user_created: 'an account was created with permission to manage users',
  permissions_granted: 'someone was given permission to manage users',
  permissions_withdrawn: 'permission to manage users was removed from someone',
  user_suspended: 'an administrator was suspended',
  user_reactivated: 'a suspended administrator was reactivated',
  user_deleted: 'the account of an administrator was deleted',
};

export const mailsOfAdministration = {
  permissionsGranted: ({ organization, when }: Facts): Words => ({
    subject: 'You can now manage users',
    lines: [`On ${when}, an administrator gave you permission to manage users at ${organization}.`, unexpectedOfOthers],
  }),
  permissionsWithdrawn: ({ organization, when }: Facts): Words => ({
    subject: 'You can no longer manage users',
    lines: [
      `On ${when}, an administrator removed your permission to manage users at ${organization}.`,
      unexpectedOfOthers,
    ],
  }),
  administratorsChanged: ({ organization, when, change, about }: Facts): Words => ({
    subject: `The administrators of ${organization} changed`,
    lines: [
      `On ${when}, ${changeInWords[change] ?? 'the rights of an administrator changed'} at ${organization}: ${about}. The history of their account says who did it.`,
      'If you didn’t expect this, check your list of users.',
    ],
  }),
  suspended: ({ organization, when }: Facts): Words => ({
    subject: 'Your account was suspended',
    lines: [
      `An administrator of ${organization} suspended your account on ${when}. You were signed out everywhere.`,
      'If you think this is a mistake, contact your administrator.',
    ],
  }),
  reactivated: ({ organization, when }: Facts): Words => ({
    subject: 'Your account is active again',
    lines: [`An administrator of ${organization} reactivated your account on ${when}. You can sign in again.`],
  }),
  deleted: ({ organization, when }: Facts): Words => ({
    subject: 'Your account was deleted',
    lines: [
      `Your account at ${organization} was deleted on ${when}. You can no longer sign in, and we’ve erased its data.`,
      'You can remove its entry from your authenticator app. If you think this is a mistake, contact your administrator.',
    ],
  }),
  waitsLifted: ({ organization, when }: Facts): Words => ({
    subject: 'You can sign in again right away',
    lines: [
      `An administrator of ${organization} ended the waiting time on your account on ${when}. It began because of wrong passwords or codes.`,
      unexpectedOfOthers,
    ],
  }),
};
