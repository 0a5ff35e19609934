import { argon2Passwords } from '../adapters/argon2-passwords.ts';
import { systemClock as clock } from '../adapters/clock.ts';
import { commonPasswords as commonPasswordList } from '../adapters/common-passwords.ts';
import { eventBridgeBus } from '../adapters/event-bridge-bus.ts';
import { ulids as ids, cryptoRandom as random } from '../adapters/ids.ts';
import { kmsSecretBox } from '../adapters/kms-secret-box.ts';
import { consoleLog as log } from '../adapters/log.ts';
import { sesMailer } from '../adapters/ses-mailer.ts';
import type { Mailer } from '../ports/mailer.ts';
import { adoptions as adoptionStore } from '../store/accounts/adoption.ts';
import { credentials as credentialStore } from '../store/accounts/credentials.ts';
import { organizations as organizationStore } from '../store/accounts/organizations.ts';
import { sessions as sessionStore } from '../store/accounts/sessions.ts';
import { signIns as signInStore } from '../store/accounts/sign-ins.ts';
import { users as userStore } from '../store/accounts/users.ts';
import { recoveryCodeSets as recoveryCodeSetStore } from '../store/factors/recovery-code-sets.ts';
import { setups as setupStore } from '../store/factors/setups.ts';
import { twoFactors as twoFactorStore } from '../store/factors/two-factors.ts';
import { deliveries as deliveryStore } from '../store/history/deliveries.ts';
import { notices as noticeStore } from '../store/history/notices.ts';
import { securityEvents as securityEventStore } from '../store/history/security-events.ts';
import { watches as watchStore } from '../store/history/watches.ts';
import { limits as limitStore } from '../store/limits/limits.ts';
import type { Table } from '../store/table/table.ts';
import { idempotencyRecords as idempotencyRecordStore } from '../store/tokens/idempotency-records.ts';
import { passwordResets as passwordResetStore } from '../store/tokens/password-resets.ts';
import { passwordTokens as passwordTokenStore } from '../store/tokens/password-tokens.ts';
import { busClient, documentClient, kmsClient, sesClient } from './clients.ts';
import {
  busEnv,
  edgeEnv,
  mailEnv,
  productEnv,
  recoveryKeyEnv,
  routesEnv,
  securityEnv,
  sendsMailEnv,
  tableEnv,
  totpKeyEnv,
} from './env.ts';

/*
 * The composition root: every part, made once per instance. A function imports the parts that it needs, and the bundler
 * drops the others because their construction is marked pure: neither their code nor their environment is there.
 */

const table = /* @__PURE__ */ ((): Table => ({ client: documentClient(), name: tableEnv().TABLE_NAME }))();
const kms = /* @__PURE__ */ kmsClient();

export { svgQrCodes as qrCodes } from '../adapters/qr-codes.ts';
export { toNotification } from '../store/history/notifications.ts';
export { clock, ids, log, random };

export const security = /* @__PURE__ */ securityEnv();
export const origin = /* @__PURE__ */ (() => productEnv().ORIGIN)();
const originSecret = /* @__PURE__ */ (() => {
  const { ORIGIN_SECRET: value, EDGE_ONLY } = edgeEnv();
  return { value, isRequired: EDGE_ONLY !== undefined };
})();
export const routes = /* @__PURE__ */ routesEnv();
export const productName = /* @__PURE__ */ (() => productEnv().PRODUCT_NAME)();
export const passwords = /* @__PURE__ */ argon2Passwords();
export const commonPasswords = /* @__PURE__ */ commonPasswordList();

export const adoptions = /* @__PURE__ */ adoptionStore(table);
export const organizations = /* @__PURE__ */ organizationStore(table, security);
export const credentials = /* @__PURE__ */ credentialStore(table, security);
export const users = /* @__PURE__ */ userStore(table, security);
export const passwordTokens = /* @__PURE__ */ passwordTokenStore(table, security);
export const passwordResets = /* @__PURE__ */ passwordResetStore(table);
const sessions = /* @__PURE__ */ sessionStore(table, security);
export const securityEvents = /* @__PURE__ */ securityEventStore(table, security);
export const watches = /* @__PURE__ */ watchStore(table);
const notices = /* @__PURE__ */ noticeStore(table);
const deliveries = /* @__PURE__ */ deliveryStore(table);
export const signIns = /* @__PURE__ */ signInStore(table, security);
export const twoFactors = /* @__PURE__ */ twoFactorStore(table, security);
export const limits = /* @__PURE__ */ limitStore(table, security);
export const setups = /* @__PURE__ */ setupStore(table, security);
export const idempotencyRecords = /* @__PURE__ */ idempotencyRecordStore(table);
export const recoveryCodeSets = /* @__PURE__ */ recoveryCodeSetStore(table, security);

const totpBox = () => {
  const { TOTP_KEY_ARN: keyArn, APP: app } = totpKeyEnv();
  return kmsSecretBox(kms, { keyArn, app, purpose: 'totp-secret' });
};
const recoveryBox = () => {
  const { RECOVERY_KEY_ARN: keyArn, APP: app } = recoveryKeyEnv();
  return kmsSecretBox(kms, { keyArn, app, purpose: 'recovery-code' });
};
const passBox = () => {
  const { RECOVERY_KEY_ARN: keyArn, APP: app } = recoveryKeyEnv();
  return kmsSecretBox(kms, { keyArn, app, purpose: 'bypass-code' });
};
const sender = (): Mailer => {
  const { MAIL_FROM: from } = mailEnv();
  return from === undefined ? null : sesMailer(sesClient(), from);
};
/** Whether anybody can be sent what only the owner may see. */
export const sendsMail = /* @__PURE__ */ sendsMailEnv();
const mailer = /* @__PURE__ */ sender();
const bus = /* @__PURE__ */ (() => eventBridgeBus(busClient(), busEnv().BUS_NAME))();

export const totpSecrets = /* @__PURE__ */ totpBox();
export const recoverySecrets = /* @__PURE__ */ recoveryBox();
export const passSecrets = /* @__PURE__ */ passBox();

/*
 * What functions of a kind need alike. Each group is a pure call of its own, so that the bundler drops it, and what is in
 * it, from the functions that do not take it: a spread of all parts would keep all of them.
 */

/** What every request takes. */
export const everyRequest = /* @__PURE__ */ (() => ({ clock, log, origin, originSecret }))();
/** And with a session. */
export const withSession = /* @__PURE__ */ (() => ({ ...everyRequest, security, sessions }))();
/** And where an Idempotency-Key is taken. */
export const withReplay = /* @__PURE__ */ (() => ({ ...withSession, idempotencyRecords, users }))();
/** What answering a challenge takes, whatever it is answered with. */
export const answeringChallenge = /* @__PURE__ */ (() => ({
  ...withReplay,
  ...{ ids, limits, organizations, random, securityEvents, signIns, twoFactors },
}))();

/** What telling people of events takes: the same for events, and for what strangers ask for. */
export const delivering = /* @__PURE__ */ (() => ({
  ...{ adoptions, bus, credentials, deliveries, mailer, notices, security, organizations, origin, passSecrets },
  ...{ passwordTokens, productName, random, recoveryCodeSets, securityEvents, users },
}))();
