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
type Partition = 'RESET#*' | 'WATCH#*' | 'USER#*' | 'EMAIL#*' | 'ORG#*' | 'THROTTLE#*' | 'ADOPTION#*' | 'REPLY#*';
export type SecretPurpose = 'totp-secret' | 'recovery-code';

export type Grants = {
  /** By partition: the condition `dynamodb:LeadingKeys` holds each action to it. */
  table?: Partial<Record<Partition, TableAction[]>>;
  /** Partitions of the index that may be queried. */
  index?: Partition[];
  /** By purpose: a condition on the encryption context holds each action to it. */
  secrets?: Partial<Record<SecretPurpose, ('Encrypt' | 'Decrypt')[]>>;
};

/** What authentication takes: reading session and user, and noting when the session was last seen. */
const session = ['BatchGetItem', 'UpdateItem'] as const satisfies TableAction[];

export const grants: Record<OperationId, Grants> = {
  signIn: {
    table: {
      'EMAIL#*': ['GetItem', 'UpdateItem'],
      'ORG#*': ['BatchGetItem'],
      'THROTTLE#*': ['PutItem', 'UpdateItem', 'DeleteItem'],
      'USER#*': ['BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'],
    },
  },
  signInTotp: {
    table: {
      'ORG#*': ['GetItem'],
      'REPLY#*': ['GetItem', 'PutItem'],
      'THROTTLE#*': ['PutItem', 'UpdateItem'],
      'USER#*': ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'],
    },
    secrets: { 'totp-secret': ['Decrypt'] },
  },
  signInRecoveryCode: {
    table: {
      'ORG#*': ['GetItem'],
      'REPLY#*': ['GetItem', 'PutItem'],
      'THROTTLE#*': ['PutItem', 'UpdateItem'],
      'USER#*': ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'],
    },
    secrets: { 'recovery-code': ['Encrypt'] },
  },
  signInOneTimePass: {
    table: {
      'ORG#*': ['GetItem'],
      'REPLY#*': ['GetItem', 'PutItem'],
      'THROTTLE#*': ['PutItem', 'UpdateItem'],
      'USER#*': ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'],
    },
  },
  signOut: { table: { 'USER#*': [...session, 'DeleteItem'] } },
  setPassword: {
    table: {
      'EMAIL#*': ['UpdateItem'],
      'ORG#*': ['GetItem'],
      'USER#*': ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'],
    },
  },
  getAccount: { table: { 'ORG#*': ['GetItem'], 'USER#*': [...session] } },
  confirmIdentity: {
    table: {
      'EMAIL#*': ['GetItem'],
      'THROTTLE#*': ['UpdateItem', 'DeleteItem'],
      'USER#*': [...session, 'GetItem', 'PutItem', 'DeleteItem', 'ConditionCheckItem'],
    },
    secrets: { 'totp-secret': ['Decrypt'], 'recovery-code': ['Encrypt'] },
  },
  listSignIns: { table: { 'USER#*': [...session, 'Query'] } },
  beginTwoFactorSetup: {
    table: { 'ORG#*': ['GetItem'], 'USER#*': [...session, 'PutItem'] },
    secrets: { 'totp-secret': ['Encrypt'] },
  },
  confirmTwoFactorSetup: {
    table: {
      'ADOPTION#*': ['UpdateItem'],
      'REPLY#*': ['GetItem', 'PutItem'],
      'USER#*': [...session, 'GetItem', 'PutItem', 'DeleteItem'],
    },
    secrets: { 'totp-secret': ['Decrypt'], 'recovery-code': ['Encrypt'] },
  },
  disableTwoFactor: { table: { 'ADOPTION#*': ['UpdateItem'], 'USER#*': [...session, 'PutItem', 'DeleteItem'] } },
  showRecoveryCodes: {
    table: { 'USER#*': [...session, 'GetItem', 'PutItem'] },
    secrets: { 'recovery-code': ['Decrypt'] },
  },
  regenerateRecoveryCodes: {
    table: { 'REPLY#*': ['GetItem', 'PutItem'], 'USER#*': [...session, 'GetItem', 'PutItem'] },
    secrets: { 'recovery-code': ['Encrypt'] },
  },
  listUsers: { table: { 'USER#*': [...session] }, index: ['ORG#*'] },
  getTwoFactorAdoption: { table: { 'ADOPTION#*': ['Query'], 'USER#*': [...session] } },
  getUser: { table: { 'USER#*': [...session, 'GetItem'] } },
  createUser: {
    table: {
      'ADOPTION#*': ['UpdateItem'],
      'EMAIL#*': ['PutItem'],
      'REPLY#*': ['GetItem', 'PutItem'],
      'USER#*': [...session, 'GetItem', 'PutItem'],
    },
  },
  listUserSignIns: { table: { 'USER#*': [...session, 'GetItem', 'Query'] } },
  requestPasswordReset: { table: { 'RESET#*': ['PutItem'], 'THROTTLE#*': ['UpdateItem'] } },
  reportNotMe: { table: { 'USER#*': ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'] } },
  changePassword: {
    table: {
      'EMAIL#*': ['GetItem', 'UpdateItem'],
      'ORG#*': ['GetItem'],
      'THROTTLE#*': ['UpdateItem', 'DeleteItem'],
      'USER#*': [...session, 'PutItem'],
    },
  },
  listSessions: { table: { 'USER#*': [...session] } },
  endSession: { table: { 'USER#*': [...session, 'PutItem', 'DeleteItem'] } },
  endOtherSessions: { table: { 'USER#*': [...session, 'PutItem'] } },
  listEvents: { table: { 'USER#*': [...session, 'Query'] } },
  updateUser: { table: { 'USER#*': [...session, 'GetItem', 'PutItem'] } },
  resetTwoFactor: {
    table: { 'ADOPTION#*': ['UpdateItem'], 'USER#*': [...session, 'GetItem', 'PutItem', 'DeleteItem'] },
  },
  issueOneTimePass: { table: { 'USER#*': [...session, 'GetItem', 'PutItem', 'ConditionCheckItem'] } },
  inviteAgain: { table: { 'USER#*': [...session, 'GetItem', 'PutItem', 'ConditionCheckItem'] } },
  listUserEvents: { table: { 'USER#*': [...session, 'GetItem', 'Query'] } },
  remindUsers: { table: { 'USER#*': [...session, 'PutItem'] } },
  getTwoFactorAdoptionHistory: { table: { 'ADOPTION#*': ['Query'], 'USER#*': [...session] } },
  getTwoFactorPolicy: { table: { 'ORG#*': ['GetItem'], 'USER#*': [...session] } },
  setTwoFactorPolicy: { table: { 'ORG#*': ['GetItem', 'UpdateItem'], 'USER#*': [...session, 'PutItem'] } },
  getOpenApi: {},
  getHealth: {},
};
