import type { OperationId } from '../../shared/contract/operations.ts';
import { type Grants, merged, withSession } from './grant.ts';
import { administering, answering, changing, removingFactor, replying, signingIn } from './grant-parts.ts';
import { lifecycleGrants } from './lifecycle-grants.ts';

/*
 * The table of grants: what each operation may do, and nothing else. Transactions need the actions of their parts.
 */

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
  signInBypassCode: { table: answering },
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
      'EMAIL#*': ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'],
      'EVENT#*': ['PutItem'],
      'FACTOR#*': ['GetItem'],
      'TOKEN#*': ['GetItem', 'PutItem', 'DeleteItem'],
      'USER#*': ['UpdateItem'],
    }),
  },

  getAccount: withSession({ table: { 'ORG#*': ['GetItem'] } }),
  updateAccount: withSession({
    table: { 'EVENT#*': ['PutItem'], 'ORG#*': ['GetItem'], 'THROTTLE#*': ['UpdateItem'], 'USER#*': ['UpdateItem'] },
  }),
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
  getSession: withSession(),
  listSessions: withSession(),
  endSession: withSession({
    table: merged(replying, { 'EVENT#*': ['PutItem'], 'SESSION#*': ['DeleteItem'], 'USER#*': ['UpdateItem'] }),
  }),
  endOtherSessions: withSession({ table: merged(changing, { 'THROTTLE#*': ['UpdateItem'] }) }),
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
      'THROTTLE#*': ['UpdateItem'],
    }),
    secrets: { 'totp-secret': ['Decrypt'], 'recovery-code': ['Encrypt'] },
  }),
  disableTwoFactor: withSession({ table: merged(changing, removingFactor, { 'THROTTLE#*': ['UpdateItem'] }) }),
  showRecoveryCodes: withSession({
    table: { 'CODES#*': ['GetItem'], 'EVENT#*': ['PutItem'], 'THROTTLE#*': ['UpdateItem'] },
    secrets: { 'recovery-code': ['Decrypt'] },
  }),
  regenerateRecoveryCodes: withSession({
    table: merged(changing, { 'CODES#*': ['PutItem'], 'THROTTLE#*': ['UpdateItem'] }),
    secrets: { 'recovery-code': ['Encrypt'] },
  }),

  ...lifecycleGrants,

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
  listUserSessions: withSession({ table: { 'USER#*': ['GetItem'] } }),
  endUserSessions: withSession({ table: merged(replying, administering, { 'USER#*': ['UpdateItem'] }) }),
  updateUser: withSession({ table: merged(administering, { 'ADMINS#*': ['UpdateItem'], 'USER#*': ['UpdateItem'] }) }),
  resetTwoFactor: withSession({ table: merged(replying, administering, removingFactor, { 'USER#*': ['UpdateItem'] }) }),
  issueBypassCode: withSession({
    table: merged(replying, administering, { 'FACTOR#*': ['UpdateItem'] }),
    secrets: { 'bypass-code': ['Encrypt'] },
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

  getBrand: { table: { 'ORG#*': ['GetItem'] } },
  getLogo: { table: { 'LOGO#*': ['GetItem'] } },
  updateBrand: withSession({
    table: {
      'EVENT#*': ['PutItem'],
      'LOGO#*': ['PutItem', 'UpdateItem'],
      'ORG#*': ['GetItem', 'UpdateItem'],
      'THROTTLE#*': ['UpdateItem'],
      'USER#*': ['ConditionCheckItem'],
    },
  }),

  getOpenApi: {},
  getHealth: {},
};
