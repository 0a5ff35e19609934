import { argon2Passwords } from '../adapters/argon2-passwords.ts';
import { systemClock as clock } from '../adapters/clock.ts';
import { commonPasswords as commonPasswordList } from '../adapters/common-passwords.ts';
import { countedLog } from '../adapters/counted-log.ts';
import { eventBridgeBus } from '../adapters/event-bridge-bus.ts';
import { ulids as ids, cryptoRandom as random } from '../adapters/ids.ts';
import { kmsSecretBox } from '../adapters/kms-secret-box.ts';
import { lineLog } from '../adapters/log.ts';
import { sesMailer } from '../adapters/ses-mailer.ts';
import type { Mailer } from '../ports/mailer.ts';
import { adoptions as adoptionStore } from '../store/accounts/adoption.ts';
import { brands as brandStore } from '../store/accounts/brands.ts';
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
import { addresses as addressStore } from '../store/lifecycle/addresses.ts';
import { deletions as deletionStore } from '../store/lifecycle/deletions.ts';
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
  metricsEnv,
  productEnv,
  recoveryKeyEnv,
  routesEnv,
  securityEnv,
  sendsMailEnv,
  supportEnv,
  tableEnv,
  totpKeyEnv,
} from './env.ts';

/*
 * The composition root: every part, created once per instance. A function imports the parts that it needs. The bundler
 * drops the others, with their code and their environment, because their construction is marked pure.
 */

const table = /* @__PURE__ */ ((): Table => ({ client: documentClient(), name: tableEnv().TABLE_NAME }))();
const kms = /* @__PURE__ */ kmsClient();

export { logoReader as logos } from '../adapters/logos/logo-reader.ts';
export { svgQrCodes as qrCodes } from '../adapters/qr-codes.ts';
export { toNotification } from '../store/history/notifications.ts';
export { clock, ids, random };

export const log = /* @__PURE__ */ countedLog(lineLog, clock, metricsEnv());

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
export const brands = /* @__PURE__ */ brandStore(table, security);
export const credentials = /* @__PURE__ */ credentialStore(table, security);
export const addresses = /* @__PURE__ */ addressStore(table, security);
export const deletions = /* @__PURE__ */ deletionStore(table, security);
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
  const mail = mailEnv();
  const { MAIL_FROM: from, MAIL_REGION: region, MAIL_REPLY_TO: replyTo } = mail;
  if (from === undefined) return null;
  const { MAIL_CONFIGURATION_SET: configurationSet, MAIL_IDENTITY_ARN: identityArn } = mail;
  return sesMailer(sesClient(region), { from, replyTo, configurationSet, identityArn });
};
/** Whether secrets can be sent to the owner alone, which takes mail. */
export const sendsMail = /* @__PURE__ */ sendsMailEnv();
const mailer = /* @__PURE__ */ sender();
const bus = /* @__PURE__ */ (() => eventBridgeBus(busClient(), busEnv().BUS_NAME))();

export const totpSecrets = /* @__PURE__ */ totpBox();
export const recoverySecrets = /* @__PURE__ */ recoveryBox();
export const passSecrets = /* @__PURE__ */ passBox();

/*
 * What functions of the same kind need. Each group is a separate pure call, so that the bundler drops it and its
 * contents from functions that do not use it: spreading all parts would keep all of them.
 */

/** What every request needs. */
export const everyRequest = /* @__PURE__ */ (() => ({ clock, log, origin, originSecret }))();
/** What requests with a session also need. */
export const withSession = /* @__PURE__ */ (() => ({ ...everyRequest, security, sessions }))();
/** What requests with an Idempotency-Key also need. */
export const withReplay = /* @__PURE__ */ (() => ({ ...withSession, idempotencyRecords, users }))();
/** What answering a challenge needs, whichever method answers it. */
export const answeringChallenge = /* @__PURE__ */ (() => ({
  ...withReplay,
  ...{ ids, limits, organizations, random, securityEvents, signIns, twoFactors },
}))();

/** What notifying people needs: the same for events and for requests by strangers. */
export const delivering = /* @__PURE__ */ (() => ({
  ...{ adoptions, bus, credentials, deliveries, mailer, notices, security, organizations, origin, passSecrets },
  ...{ passwordTokens, productName, random, recoveryCodeSets, securityEvents, users },
  supportContact: supportEnv(),
}))();
/** What erasing deleted users needs in order to tell who has to know. */
export const erasing = /* @__PURE__ */ (() => ({
  ...{ adoptions, bus, mailer, organizations, origin, productName, securityEvents },
  supportContact: supportEnv(),
}))();
