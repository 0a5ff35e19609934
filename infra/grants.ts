import type { OperationId } from '../shared/contract/operations.ts';

/*
 * The golden table: what each operation may do, and nothing else. Transactions need the actions of their parts.
 */

type TableAction =
  | 'GetItem'
  | 'BatchGetItem'
  | 'Query'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'ConditionCheckItem';
type Partition =
  | 'ADMINS#*'
  | 'ADOPTION#*'
  | 'CODES#*'
  | 'EMAIL#*'
  | 'EVENT#*'
  | 'FACTOR#*'
  | 'NOTICE#*'
  | 'ORG#*'
  | 'REPLY#*'
  | 'RESET#*'
  | 'SESSION#*'
  | 'SETUP#*'
  | 'SIGN_IN#*'
  | 'THROTTLE#*'
  | 'TOKEN#*'
  | 'USER#*'
  | 'WATCH#*';
export type SecretPurpose = 'totp-secret' | 'recovery-code' | 'one-time-pass';

type Table = Partial<Record<Partition, TableAction[]>>;
export type Grants = {
  /** By partition: the condition `dynamodb:LeadingKeys` holds each action to it. */
  table?: Table;
  /** By partition, the only attributes that UpdateItem may touch (`dynamodb:Attributes`). */
  marks?: Partial<Record<Partition, string[]>>;
  /** Partitions of the index that may be queried. */
  index?: Partition[];
  /** By purpose: a condition on the encryption context holds each action to it. */
  secrets?: Partial<Record<SecretPurpose, ('Encrypt' | 'Decrypt')[]>>;
};

const merged = (...tables: Table[]): Table => {
  const all: Table = {};
  for (const table of tables) {
    for (const [partition, actions] of Object.entries(table) as [Partition, TableAction[]][]) {
      all[partition] = [...new Set([...(all[partition] ?? []), ...actions])];
    }
  }
  return all;
};

/**
 * What authentication takes: reading session and user, and noting when the session was last seen, which is all that such a
 * function may change of a session. What the user's own item does not list is no session, so it cannot make one either.
 */
const withSession = (grants: Grants = {}): Grants => ({
  ...grants,
  table: merged({ 'SESSION#*': ['BatchGetItem'], 'USER#*': ['BatchGetItem'] }, grants.table ?? {}),
  marks: { 'SESSION#*': ['lastSeenAt'] },
});

/** A sign-in that completes: its session, its record, its place on the user; the others' last use, where all places are taken. */
const signingIn: Table = {
  'SESSION#*': ['BatchGetItem', 'PutItem', 'DeleteItem'],
  'SIGN_IN#*': ['PutItem'],
  'USER#*': ['UpdateItem'],
};
const answering: Table = {
  ...merged(signingIn, { 'USER#*': ['GetItem'] }),
  'EVENT#*': ['PutItem'],
  'FACTOR#*': ['UpdateItem'],
  'ORG#*': ['GetItem'],
  'REPLY#*': ['GetItem', 'PutItem'],
  'THROTTLE#*': ['PutItem', 'UpdateItem'],
};
/** An answer that may be asked for again. */
const replying: Table = { 'REPLY#*': ['GetItem', 'PutItem'], 'USER#*': ['GetItem'] };
/** A change of one's own account: the session goes on under another token, and the history says so. */
const changing: Table = merged(replying, {
  'EVENT#*': ['PutItem'],
  'SESSION#*': ['PutItem', 'DeleteItem'],
  'USER#*': ['UpdateItem'],
});
/** A change of somebody else's: that the administrator still is one is part of it. */
const administering: Table = {
  'EVENT#*': ['PutItem'],
  'THROTTLE#*': ['UpdateItem'],
  'USER#*': ['GetItem', 'ConditionCheckItem'],
};
const removingFactor: Table = {
  'ADOPTION#*': ['UpdateItem'],
  'CODES#*': ['DeleteItem'],
  'FACTOR#*': ['DeleteItem'],
  'SETUP#*': ['DeleteItem'],
};

export const grants: Record<OperationId, Grants> = {
  signIn: {
    table: merged(signingIn, {
      'EMAIL#*': ['GetItem', 'UpdateItem'],
      'FACTOR#*': ['BatchGetItem', 'UpdateItem', 'ConditionCheckItem'],
      'ORG#*': ['BatchGetItem'],
      'RESET#*': ['PutItem'],
      'THROTTLE#*': ['BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem'],
      'USER#*': ['BatchGetItem'],
      'WATCH#*': ['PutItem'],
    }),
  },
  signInTotp: { table: answering, secrets: { 'totp-secret': ['Decrypt'] } },
  signInRecoveryCode: {
    table: merged(answering, { 'CODES#*': ['GetItem', 'UpdateItem'] }),
    secrets: { 'recovery-code': ['Encrypt'] },
  },
  signInOneTimePass: { table: answering },
  signOut: withSession({ table: { 'SESSION#*': ['DeleteItem'], 'USER#*': ['UpdateItem'] } }),
  setPassword: {
    table: merged(replying, {
      'EMAIL#*': ['UpdateItem'],
      'EVENT#*': ['PutItem'],
      'ORG#*': ['GetItem'],
      'THROTTLE#*': ['BatchGetItem', 'PutItem'],
      'TOKEN#*': ['GetItem', 'DeleteItem'],
      'USER#*': ['UpdateItem'],
    }),
  },
  inspectLink: { table: { 'TOKEN#*': ['GetItem'], 'USER#*': ['GetItem'] } },
  requestPasswordReset: { table: { 'RESET#*': ['PutItem'], 'THROTTLE#*': ['UpdateItem'] } },
  reportNotMe: {
    table: merged(replying, removingFactor, {
      'EVENT#*': ['PutItem'],
      'FACTOR#*': ['GetItem'],
      'TOKEN#*': ['GetItem', 'PutItem', 'DeleteItem'],
      'USER#*': ['UpdateItem'],
    }),
  },

  getAccount: withSession({ table: { 'ORG#*': ['GetItem'] } }),
  confirmIdentity: withSession({
    table: merged(changing, {
      'CODES#*': ['GetItem', 'UpdateItem'],
      'EMAIL#*': ['GetItem'],
      'FACTOR#*': ['GetItem', 'UpdateItem', 'ConditionCheckItem'],
      'THROTTLE#*': ['UpdateItem', 'DeleteItem'],
    }),
    secrets: { 'totp-secret': ['Decrypt'], 'recovery-code': ['Encrypt'] },
  }),
  changePassword: withSession({
    table: merged(changing, {
      'EMAIL#*': ['GetItem', 'UpdateItem'],
      'ORG#*': ['GetItem'],
      'THROTTLE#*': ['BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem'],
    }),
  }),
  listSessions: withSession(),
  endSession: withSession({
    table: merged(replying, { 'EVENT#*': ['PutItem'], 'SESSION#*': ['DeleteItem'], 'USER#*': ['UpdateItem'] }),
  }),
  endOtherSessions: withSession({ table: changing }),
  listSignIns: withSession({ table: { 'SIGN_IN#*': ['Query'] } }),
  listEvents: withSession({ table: { 'EVENT#*': ['Query'] } }),

  beginTwoFactorSetup: withSession({
    table: { 'ORG#*': ['GetItem'], 'SETUP#*': ['PutItem'] },
    secrets: { 'totp-secret': ['Encrypt'] },
  }),
  confirmTwoFactorSetup: withSession({
    table: merged(changing, {
      'ADOPTION#*': ['UpdateItem'],
      'CODES#*': ['PutItem'],
      'FACTOR#*': ['GetItem', 'PutItem'],
      'SETUP#*': ['UpdateItem', 'DeleteItem'],
    }),
    secrets: { 'totp-secret': ['Decrypt'], 'recovery-code': ['Encrypt'] },
  }),
  disableTwoFactor: withSession({ table: merged(changing, removingFactor) }),
  showRecoveryCodes: withSession({
    table: { 'CODES#*': ['GetItem'], 'EVENT#*': ['PutItem'], 'THROTTLE#*': ['UpdateItem'] },
    secrets: { 'recovery-code': ['Decrypt'] },
  }),
  regenerateRecoveryCodes: withSession({
    table: merged(changing, { 'CODES#*': ['PutItem'], 'THROTTLE#*': ['UpdateItem'] }),
    secrets: { 'recovery-code': ['Encrypt'] },
  }),

  listUsers: withSession({ index: ['ORG#*'] }),
  getTwoFactorAdoption: withSession({ table: { 'ADOPTION#*': ['Query'] } }),
  getUser: withSession({ table: { 'USER#*': ['GetItem'] } }),
  createUser: withSession({
    table: merged(replying, administering, {
      'ADMINS#*': ['UpdateItem'],
      'ADOPTION#*': ['UpdateItem'],
      'EMAIL#*': ['PutItem'],
      'ORG#*': ['GetItem'],
      'TOKEN#*': ['PutItem'],
      'USER#*': ['PutItem'],
    }),
  }),
  listUserSignIns: withSession({ table: { 'SIGN_IN#*': ['Query'], 'USER#*': ['GetItem'] } }),
  listUserEvents: withSession({ table: { 'EVENT#*': ['Query'], 'USER#*': ['GetItem'] } }),
  updateUser: withSession({ table: merged(administering, { 'ADMINS#*': ['UpdateItem'], 'USER#*': ['UpdateItem'] }) }),
  resetTwoFactor: withSession({ table: merged(replying, administering, removingFactor, { 'USER#*': ['UpdateItem'] }) }),
  issueOneTimePass: withSession({
    table: merged(replying, administering, { 'FACTOR#*': ['UpdateItem'] }),
    secrets: { 'one-time-pass': ['Encrypt'] },
  }),
  inviteAgain: withSession({
    table: merged(replying, administering, { 'TOKEN#*': ['PutItem'], 'USER#*': ['UpdateItem'] }),
  }),
  liftWaits: withSession({
    table: merged(administering, { 'FACTOR#*': ['UpdateItem'], 'THROTTLE#*': ['DeleteItem'] }),
  }),

  remindUsers: withSession({
    table: { 'EVENT#*': ['PutItem'], 'THROTTLE#*': ['UpdateItem'], 'USER#*': ['UpdateItem', 'ConditionCheckItem'] },
  }),
  getTwoFactorAdoptionHistory: withSession({ table: { 'ADOPTION#*': ['Query'] } }),
  getTwoFactorPolicy: withSession({ table: { 'ORG#*': ['GetItem'] } }),
  setTwoFactorPolicy: withSession({
    table: { 'EVENT#*': ['PutItem'], 'ORG#*': ['GetItem', 'UpdateItem'], 'USER#*': ['ConditionCheckItem'] },
  }),

  getOpenApi: {},
  getHealth: {},
};
