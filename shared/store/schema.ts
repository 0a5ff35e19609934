/** The table's own shape: what the infrastructure creates and the store relies on. */
export const schema = {
  partitionKey: 'pk',
  sortKey: 'sk',
  /** Seconds since the epoch. It is only for cleaning up: every expiry is checked against the request's clock. */
  ttl: 'ttl',
  /** Users of an organization by 2FA status: ordered by email, and by name. */
  indexes: [
    { name: 'gsi1', partitionKey: 'gsi1pk', sortKey: 'gsi1sk' },
    { name: 'gsi2', partitionKey: 'gsi2pk', sortKey: 'gsi2sk' },
  ],
  /** What both indexes copy: nothing that changes with every sign-in, since each change would be a write to each. */
  projected: ['email', 'foldedName', 'status', 'passwordVersion', 'hasSignedIn'],
} as const;

/** The prefix of each partition's key: IAM grants by it, and the stream's filters look for it. */
export const partitions = {
  organization: 'ORG#',
  logo: 'LOGO#',
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
  deletedUser: 'DELETED#',
  erasure: 'ERASURE#',
} as const;
