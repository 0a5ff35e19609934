/** The table's own shape: what the infrastructure creates and the store relies on. */
export const schema = {
  partitionKey: 'pk',
  sortKey: 'sk',
  /** Seconds since the epoch. It is only for cleaning up: every expiry is checked against the request's clock. */
  ttl: 'ttl',
  /**
   * Users of an organization by 2FA status, ordered by email. KEYS_ONLY because lastSignIn changes at every sign-in.
   */
  index: { name: 'gsi1', partitionKey: 'gsi1pk', sortKey: 'gsi1sk' },
} as const;

/** The prefix of each partition's key: IAM grants by it, and the stream's filters look for it. */
export const partitions = {
  organization: 'ORG#',
  administrators: 'ADMINS#',
  adoption: 'ADOPTION#',
  credential: 'EMAIL#',
  user: 'USER#',
  twoFactor: 'FACTOR#',
  recoveryCodes: 'CODES#',
  setup: 'SETUP#',
  session: 'SESSION#',
  passwordToken: 'TOKEN#',
  signIn: 'SIGN_IN#',
  event: 'EVENT#',
  notice: 'NOTICE#',
  idempotencyRecord: 'REPLY#',
  resetRequest: 'RESET#',
  watch: 'WATCH#',
  throttle: 'THROTTLE#',
} as const;
