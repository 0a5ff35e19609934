import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { inject } from 'vitest';
import { adoptions } from '../../shared/store/accounts/adoption.ts';
import { brands } from '../../shared/store/accounts/brands.ts';
import { credentials } from '../../shared/store/accounts/credentials.ts';
import { organizations } from '../../shared/store/accounts/organizations.ts';
import { sessions } from '../../shared/store/accounts/sessions.ts';
import { signIns } from '../../shared/store/accounts/sign-ins.ts';
import { users } from '../../shared/store/accounts/users.ts';
import { recoveryCodeSets } from '../../shared/store/factors/recovery-code-sets.ts';
import { setups } from '../../shared/store/factors/setups.ts';
import { twoFactors } from '../../shared/store/factors/two-factors.ts';
import { deliveries } from '../../shared/store/history/deliveries.ts';
import { notices } from '../../shared/store/history/notices.ts';
import { securityEvents } from '../../shared/store/history/security-events.ts';
import { watches } from '../../shared/store/history/watches.ts';
import { addresses } from '../../shared/store/lifecycle/addresses.ts';
import { deletions } from '../../shared/store/lifecycle/deletions.ts';
import { limits } from '../../shared/store/limits/limits.ts';
import { idempotencyRecords } from '../../shared/store/tokens/idempotency-records.ts';
import { passwordResets } from '../../shared/store/tokens/password-resets.ts';
import { passwordTokens } from '../../shared/store/tokens/password-tokens.ts';
import { addressesSuite } from '../ports/addresses.suite.ts';
import { adoptionSuite } from '../ports/adoption.suite.ts';
import { brandsSuite } from '../ports/brands.suite.ts';
import { deletionsSuite } from '../ports/deletions.suite.ts';
import { idempotencyRecordsSuite } from '../ports/idempotency-records.suite.ts';
import { limitsSuite } from '../ports/limits.suite.ts';
import { peopleSuite } from '../ports/people.suite.ts';
import { signInsSuite } from '../ports/sign-ins.suite.ts';
import { twoFactorSuite } from '../ports/two-factor.suite.ts';
import { usersSuite } from '../ports/users.suite.ts';
import { defaultSecurity } from '../security-settings.ts';
import { laterVersionSuite } from './later-version.ts';
import { keptAsStored } from './stored.ts';

// The same suites as in memory, on the table that the template describes, in DynamoDB Local.
const { endpoint, tableName } = inject('store');
const credentialsOfAnyone = { accessKeyId: 'local', secretAccessKey: 'local' };
const database = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials: credentialsOfAnyone });
const client = DynamoDBDocumentClient.from(database, { marshallOptions: { removeUndefinedValues: true } });
const table = { client, name: tableName };
const stores = {
  organizations: organizations(table, defaultSecurity),
  brands: brands(table, defaultSecurity),
  credentials: credentials(table, defaultSecurity),
  users: users(table, defaultSecurity),
  passwordTokens: passwordTokens(table, defaultSecurity),
  sessions: sessions(table, defaultSecurity),
  securityEvents: securityEvents(table, defaultSecurity),
  passwordResets: passwordResets(table),
  notices: notices(table),
  deliveries: deliveries(table),
  watches: watches(table),
  signIns: signIns(table, defaultSecurity),
  twoFactors: twoFactors(table, defaultSecurity),
  limits: limits(table, defaultSecurity),
  setups: setups(table, defaultSecurity),
  recoveryCodeSets: recoveryCodeSets(table, defaultSecurity),
  idempotencyRecords: idempotencyRecords(table),
  adoptions: adoptions(table),
  deletions: deletions(table, defaultSecurity),
  addresses: addresses(table, defaultSecurity),
};
addressesSuite(stores);
adoptionSuite(stores);
brandsSuite(stores);
deletionsSuite(stores);
idempotencyRecordsSuite(stores);
limitsSuite(stores);
peopleSuite(stores);
signInsSuite(stores);
twoFactorSuite(stores);
usersSuite(stores);
keptAsStored(database, tableName);
laterVersionSuite(table);
