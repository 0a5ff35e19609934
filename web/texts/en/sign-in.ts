export const signIn = {
  title: 'Sign in',
  submit: 'Sign in',
  forgot: 'Forgot your password?',
  because: {
    'challenge-over': 'Your sign-in timed out. Sign in again.',
    'session-over': 'Your session has ended. Sign in again to continue.',
    'signed-out': 'You’ve signed out.',
    'password-set': 'Your password is set. Sign in with it.',
    deleted: 'Your account was deleted.',
    'email-changed': 'Your email address was changed. Sign in with the new one.',
  },
};

export const signedIn = {
  as: 'You’re signed in as',
  continue: 'Continue',
  another: 'Sign in with another account',
  settings: 'You can change your password in your account settings.',
  otherAccount: 'This page is for another account:',
};

export const challenge = {
  title: 'Two-factor authentication',
  as: 'Signing in as',
  lead: 'Open your authenticator app and enter the code it shows now.',
  codeHint: '6 digits. The app shows a new code every 30 seconds.',
  recoveryLead: 'Enter one of the recovery codes you stored when you turned on two-factor authentication.',
  recoveryHint: '24 letters and digits. Each code works once, and a new one takes its place.',
  submit: 'Submit',
  ways: {
    recovery: 'Use a recovery code instead',
    totp: 'Use the authenticator app instead',
    pass: 'Use a bypass code from an administrator',
  },
  bypassCodeLead: 'Enter the bypass code from your email. An administrator can send you one. It works once.',
  bypassCodeHint: '24 letters and digits.',
  wrongBypassCode:
    'That bypass code is incorrect, has expired or has already been used. Ask your administrator for a new one.',
  lostPhone: 'Lost your phone?',
  stuck: 'Codes not working? You can use a recovery code, or see what to do without your phone.',
  stuckOtherwise: 'Codes not working? See what to do without your phone.',
  timeLeft: 'Time left:',
  back: 'Back to sign-in',
  wrongCode:
    'That code is incorrect or has already been used. Wait for the next one. If that doesn’t work either, set your phone’s clock to automatic.',
  wrongRecoveryCode: 'That recovery code is incorrect or has already been used. Try another one.',
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

export const identity = {
  title: 'Confirm that it’s you',
  lead: 'To continue, enter your password again.',
  leadTwoFactor: 'To continue, enter your password and a new code.',
  submit: 'Confirm',
  wrongPassword: 'Incorrect password.',
};
