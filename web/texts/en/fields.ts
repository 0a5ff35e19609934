export const fields = {
  email: { label: 'Email address', invalid: 'Enter an email address, like name@example.com.' },
  password: { label: 'Password', invalid: 'Enter your password.' },
  currentPassword: { label: 'Current password', invalid: 'Enter your current password.' },
  newPassword: { label: 'New password', invalid: 'Enter a new password.' },
  code: { label: 'Code', invalid: 'Enter the 6 digits that your authenticator app shows.' },
  recoveryCode: { label: 'Recovery code', invalid: 'Enter a recovery code: 24 letters and digits.' },
  bypassCode: { label: 'Bypass code', invalid: 'Enter the bypass code: 24 letters and digits.' },
  name: { label: 'Name', invalid: 'Enter a name of at most 100 characters.' },
  day: { label: 'Required starting', invalid: 'Choose the date it becomes required.' },
  reason: {
    label: 'Reason',
    hint: 'This is kept in the account’s history.',
    invalid: 'Enter a reason of at most 300 characters.',
  },
  stored: { label: 'I have stored these codes', invalid: 'Store the codes somewhere safe, then check the box.' },
};
