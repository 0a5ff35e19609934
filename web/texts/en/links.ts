/* The pages that links in emails open, and the one that asks for an email. */

export const links = {
  incomplete: 'This link is incomplete. Copy the whole link from the email.',
  readBefore: 'For your security, this page forgets the link when you reload it. Open the link from your email again.',
  over: 'This link has expired or was already used.',
};

export const setPassword = {
  title: 'Set your password',
  lead: 'Set a password for',
  hint: (least: number) => `At least ${least} characters. A few words that only you would put together work well.`,
  submit: 'Set password',
  askAgain: 'Ask your administrator for a new one.',
  resetAgain: 'Get a new link by email',
};

export const forgot = {
  title: 'Reset your password',
  lead: 'Enter the email address you sign in with. We’ll email you a link to set a new password.',
  submit: 'Send email',
  noMail: 'Email isn’t set up here. Ask your administrator for a link to set a new password.',
  sentTitle: 'Check your email',
  sent: (email: string) =>
    `If there’s an account for ${email}, we’ve sent a link to that address. The link works for 30 minutes.`,
  nothing: 'If you don’t see it, check your spam folder, make sure the address is right, or ask your administrator.',
};

export const notMe = {
  title: 'This was not me',
  lead: 'This ends every session on your account, on all devices, and your current password stops working. If two-factor authentication was turned on at that time or later, it’s turned off again. You then choose a new password.',
  account: 'Account:',
  submit: 'End every session',
  done: 'Every session has ended. Now choose a new password.',
  over: 'This link has expired, or your password has been changed since.',
};
