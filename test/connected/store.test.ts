import { CreateTableCommand, DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { inject } from 'vitest';
import { adoptions } from '../../shared/store/adoption.ts';
import { credentials } from '../../shared/store/credentials.ts';
import { deliveries } from '../../shared/store/deliveries.ts';
import { keptReplies } from '../../shared/store/kept-replies.ts';
import { limits } from '../../shared/store/limits.ts';
import { notices } from '../../shared/store/notices.ts';
import { organizations } from '../../shared/store/organizations.ts';
import { passwordResets } from '../../shared/store/password-resets.ts';
import { passwordTokens } from '../../shared/store/password-tokens.ts';
import { recoveryCodeSets } from '../../shared/store/recovery-code-sets.ts';
import { securityEvents } from '../../shared/store/security-events.ts';
import { sessions } from '../../shared/store/sessions.ts';
import { setups } from '../../shared/store/setups.ts';
import { signIns } from '../../shared/store/sign-ins.ts';
import { twoFactors } from '../../shared/store/two-factors.ts';
import { users } from '../../shared/store/users.ts';
import { watches } from '../../shared/store/watches.ts';
import { defaultNumbers } from '../numbers.ts';
import { adoptionSuite } from '../ports/adoption.suite.ts';
import { keptRepliesSuite } from '../ports/kept-replies.suite.ts';
import { limitsSuite } from '../ports/limits.suite.ts';
import { peopleSuite } from '../ports/people.suite.ts';
import { signInsSuite } from '../ports/sign-ins.suite.ts';
import { twoFactorSuite } from '../ports/two-factor.suite.ts';
import { usersSuite } from '../ports/users.suite.ts';

// The same suites as on memory, on the table that the template describes, in DynamoDB Local.
const { AWS_ENDPOINT_URL_DYNAMODB: endpoint = '', AWS_REGION: region = '', TABLE_NAME: described = '' } = inject('aws');
const database = new DynamoDBClient({
  endpoint,
  region,
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});
const client = DynamoDBDocumentClient.from(database, { marshallOptions: { removeUndefinedValues: true } });

/** A table like that of the template, without its stream: nobody should hear of what these suites make up. */
const copyOf = async (TableName: string): Promise<string> => {
  const { Table } = await database.send(new DescribeTableCommand({ TableName }));
  const name = `${TableName}-suites`;
  const command = new CreateTableCommand({
    TableName: name,
    AttributeDefinitions: Table?.AttributeDefinitions,
    KeySchema: Table?.KeySchema,
    GlobalSecondaryIndexes: Table?.GlobalSecondaryIndexes?.map(({ IndexName, KeySchema, Projection }) => ({
      IndexName,
      KeySchema,
      Projection,
    })),
    BillingMode: 'PAY_PER_REQUEST',
  });
  await database.send(command);
  return name;
};
const table = { client, name: await copyOf(described) };
const stores = {
  organizations: organizations(table, defaultNumbers),
  credentials: credentials(table, defaultNumbers),
  users: users(table, defaultNumbers),
  passwordTokens: passwordTokens(table, defaultNumbers),
  sessions: sessions(table, defaultNumbers),
  securityEvents: securityEvents(table, defaultNumbers),
  passwordResets: passwordResets(table),
  notices: notices(table),
  deliveries: deliveries(table),
  watches: watches(table),
  signIns: signIns(table, defaultNumbers),
  twoFactors: twoFactors(table, defaultNumbers),
  limits: limits(table, defaultNumbers),
  setups: setups(table, defaultNumbers),
  recoveryCodeSets: recoveryCodeSets(table, defaultNumbers),
  keptReplies: keptReplies(table),
  adoptions: adoptions(table),
};
adoptionSuite(stores);
keptRepliesSuite(stores);
limitsSuite(stores);
peopleSuite(stores);
signInsSuite(stores);
twoFactorSuite(stores);
usersSuite(stores);
