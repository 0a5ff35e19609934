export const twoFactor = {
  title: 'Two-factor authentication',
  why: 'A second step when you sign in: your password, then a code from an app on your phone. It protects your account even if someone learns your password.',
  on: 'On',
  off: 'Off',
  since: 'since',
  enable: 'Enable',
  disable: 'Disable',
  replace: 'Replace authenticator app',
  show: 'Show recovery codes',
  hide: 'Hide recovery codes',
  regenerate: 'Regenerate recovery codes',
  disabled: 'Two-factor authentication is off. You now sign in with just your password.',
  enabled: 'Two-factor authentication is on. Store your recovery codes now.',
  replacedApp: 'Your new authenticator app is connected. Your old app and old recovery codes no longer work.',
  regenerated: 'You have 8 new recovery codes. The previous ones no longer work.',
  replaced:
    'You signed in with a recovery code. It no longer works, and a new one has taken its place. Store the new set.',
  setup: {
    title: 'Connect your authenticator app',
    scan: 'Scan this QR code with an authenticator app, such as Google Authenticator, Authy or 1Password.',
    qrCode: (issuer: string, account: string) =>
      `QR code for an authenticator app: ${issuer}, ${account}. You can enter the secret key below instead.`,
    key: 'Or enter this secret key',
    parameters: 'Time-based, SHA-1, 6 digits, 30 seconds',
    link: 'Open it in an app on this device',
    label: 'It will appear as',
    confirmTitle: 'Confirm',
    confirmLead: 'Enter the code the app shows now. Nothing changes until you confirm.',
    submit: 'Confirm setup',
    until: (time: string) =>
      `This setup expires at ${time}. If you leave the page before you confirm, you’ll have to start again.`,
    wrongCode:
      'That code is incorrect. Check that you scanned this QR code and that your phone’s clock is set to automatic, then enter the code the app shows now.',
    over: 'This setup has expired, was replaced by another one, or got too many wrong codes. Start again.',
  },
  codes: {
    title: 'Recovery codes',
    lead: 'If you lose your phone, you can sign in with one of these. Each works once, and a new one takes its place. Don’t keep them on your phone: use a password manager, or print them and put them in a safe place.',
    used: (count: number) =>
      count === 1
        ? '1 code has been used and replaced since this set was created. Store the set again: a copy from before lacks the new code.'
        : `${count} codes have been used and replaced since this set was created. Store the set again: a copy from before lacks the new ones.`,
    list: 'Your recovery codes',
    generated: 'Created',
    copy: 'Copy',
    download: 'Download',
    print: 'Print',
    downloaded: 'Downloaded',
    done: 'Done',
    /** What kept codes say of themselves, before the codes. */
    kept: (account: string, issuer: string, created: string): string[] => [
      `${issuer}: recovery codes for ${account}`,
      `Created ${created}. Each code works once, and a new one takes its place.`,
    ],
  },
  disableDialog: {
    title: 'Disable two-factor authentication?',
    lead: 'You’ll sign in with just your password. Your recovery codes and authenticator app will stop working for this account, and your other sessions will end.',
    submit: 'Disable',
  },
  regenerateDialog: {
    title: 'Regenerate recovery codes?',
    lead: 'You’ll get 8 new codes. Your current codes will stop working right away.',
    submit: 'Regenerate',
  },
};
