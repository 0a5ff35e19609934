export const general = {
  problem: 'There is a problem',
  /** In the title of the window. */
  errorBefore: (title: string) => `Error: ${title}`,
  loading: 'Loading…',
  working: 'Working…',
  tryAgain: 'Try again',
  cancel: 'Cancel',
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'We couldn’t copy that. Select the text and copy it yourself.',
  skip: 'Skip to main content',
  never: 'Never',
  more: 'Show more',
  navigation: 'Main',
  language: 'Language',
  support: 'Contact support',
};

export const nav = {
  account: 'Account',
  users: 'Users',
  signOut: 'Sign out',
  stillSignedIn: 'You’re still signed in because the service couldn’t be reached. Try again.',
};

export const notFound = {
  title: 'Page not found',
  lead: 'There’s nothing at this address.',
  home: 'Go to your account',
};
