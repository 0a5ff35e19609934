import type { Service } from '../aws/call.ts';
import { ACCOUNT, REGION } from '../template/names.ts';
import type { AccessRequest } from './evaluate.ts';

/* What an AWS call does, in IAM's terms: its actions, resources, partition keys and encryption context. */

type Attributes = Record<string, { S?: string }>;
type Write = {
  TableName: string;
  Key?: Attributes;
  Item?: Attributes;
  UpdateExpression?: string;
  ConditionExpression?: string;
  ExpressionAttributeNames?: Record<string, string>;
};
type DynamoDbBody = Write & {
  IndexName?: string;
  KeyConditionExpression?: string;
  ExpressionAttributeValues?: Attributes;
  RequestItems?: Record<string, { Keys: Attributes[] }>;
  TransactItems?: Record<'Put' | 'Update' | 'Delete' | 'ConditionCheck', Write>[];
};
type KmsBody = { KeyId?: string; EncryptionContext?: Record<string, string> };

/** The names of the partition keys: of the table, and of its indexes by name. */
export type PartitionKeys = { table: string; indexes: Record<string, string> };

const tableArn = (name: string): string => `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${name}`;
const leadingKeys = (keys: (string | undefined)[]) => ({
  'dynamodb:LeadingKeys': keys.filter((key) => key !== undefined),
});

const KEYWORDS = new Set(['SET', 'REMOVE', 'ADD', 'DELETE', 'AND', 'OR', 'NOT', 'BETWEEN', 'IN']);

/**
 * The top-level attributes that a write changes or checks: its keys, its item's attributes, and those in its
 * expressions.
 */
const attributesOf = (write: Write): string[] => {
  const { Key, Item, UpdateExpression = '', ConditionExpression = '', ExpressionAttributeNames = {} } = write;
  const named = `${UpdateExpression} ${ConditionExpression}`.matchAll(/(?<![.\w:#])#?\w+(?![\w(])/g);
  const paths = [...named].map(([name]) => name).filter((name) => !KEYWORDS.has(name) && !/^\d+$/.test(name));
  const inExpressions = paths.map((name) => ExpressionAttributeNames[name] ?? name);
  return [...new Set([...Object.keys(Key ?? Item ?? {}), ...inExpressions])];
};

const ofWrite = (action: string, write: Write, { table }: PartitionKeys): AccessRequest => ({
  action: `dynamodb:${action}`,
  resource: tableArn(write.TableName),
  context: {
    ...leadingKeys([(write.Key ?? write.Item)?.[table]?.S]),
    'dynamodb:Attributes': attributesOf(write),
  },
});

const ofQuery = (body: DynamoDbBody, keys: PartitionKeys): AccessRequest => {
  const { TableName, IndexName, KeyConditionExpression = '', ExpressionAttributeNames = {} } = body;
  const partitionKey = IndexName === undefined ? keys.table : keys.indexes[IndexName];
  const values = [...KeyConditionExpression.matchAll(/([#\w]+)\s*=\s*(:\w+)/g)]
    .filter(([, name = '']) => (ExpressionAttributeNames[name] ?? name) === partitionKey)
    .map(([, , value = '']) => body.ExpressionAttributeValues?.[value]?.S);
  const resource = IndexName === undefined ? tableArn(TableName) : `${tableArn(TableName)}/index/${IndexName}`;
  return { action: 'dynamodb:Query', resource, context: leadingKeys(values) };
};

/** A transaction needs the actions of its parts; it has no action of its own. */
const ofTransaction = ({ TransactItems = [] }: DynamoDbBody, keys: PartitionKeys): AccessRequest[] =>
  TransactItems.flatMap((item) =>
    Object.entries(item).map(([kind, write]) =>
      ofWrite(kind === 'ConditionCheck' ? 'ConditionCheckItem' : `${kind}Item`, write, keys),
    ),
  );

const ofDynamoDb = (action: string, body: DynamoDbBody, keys: PartitionKeys): AccessRequest[] => {
  if (action === 'TransactWriteItems') return ofTransaction(body, keys);
  if (action === 'Query') return [ofQuery(body, keys)];
  if (action !== 'BatchGetItem') return [ofWrite(action, body, keys)];
  // One request, whatever partitions its keys are in: a condition has to hold for all of them at once.
  return Object.entries(body.RequestItems ?? {}).map(([TableName, { Keys }]) => ({
    action: 'dynamodb:BatchGetItem',
    resource: tableArn(TableName),
    context: leadingKeys(Keys.map((key) => key[keys.table]?.S)),
  }));
};

const ofKms = (action: string, { KeyId = '', EncryptionContext = {} }: KmsBody): AccessRequest[] => [
  {
    action: `kms:${action}`,
    resource: KeyId,
    context: Object.fromEntries(
      Object.entries(EncryptionContext).map(([name, value]) => [`kms:EncryptionContext:${name}`, [value]]),
    ),
  },
];

const plain = (action: string, resource: string): AccessRequest => ({ action, resource, context: {} });

type Mail = {
  FromEmailAddress?: string;
  FromEmailAddressIdentityArn?: string;
  ConfigurationSetName?: string;
  Destination?: { ToAddresses?: string[] };
};
/** A name may come before the address. */
const addressIn = (from: string): string => /<([^>]+)>$/.exec(from)?.[1] ?? from;
const domainOf = (address: string): string => address.split('@')[1] ?? '';

/**
 * SES asks for permission on the identity of the sender, on the configuration set, and in its sandbox on the identities
 * of the recipients: here as there, so that a policy that works is one that works everywhere.
 */
const ofSes = (action: string, mail: Mail): AccessRequest[] => {
  const from = addressIn(mail.FromEmailAddress ?? '');
  const arnOf = (resource: string): string => `arn:aws:ses:${REGION}:${ACCOUNT}:${resource}`;
  const resources = [
    mail.FromEmailAddressIdentityArn ?? arnOf(`identity/${domainOf(from)}`),
    ...(mail.ConfigurationSetName ? [arnOf(`configuration-set/${mail.ConfigurationSetName}`)] : []),
    ...(mail.Destination?.ToAddresses ?? []).map((to) => arnOf(`identity/${to}`)),
  ];
  return resources.map((resource) => ({
    ...{ action: `ses:${action}`, resource },
    context: { 'ses:FromAddress': [from] },
  }));
};

const ofEvents = (action: string, { Entries = [] }: { Entries?: { EventBusName?: string }[] }): AccessRequest[] =>
  Entries.map(({ EventBusName }) =>
    plain(`events:${action}`, `arn:aws:events:${REGION}:${ACCOUNT}:event-bus/${EventBusName}`),
  );

export const accessRequests = (
  service: Service,
  action: string,
  body: string,
  keys: PartitionKeys,
): AccessRequest[] => {
  const parsed = JSON.parse(body) as never;
  switch (service) {
    case 'kms':
      return ofKms(action, parsed);
    case 'ses':
      return ofSes(action, parsed);
    case 'events':
      return ofEvents(action, parsed);
    case 'dynamodb':
      return ofDynamoDb(action, parsed, keys);
  }
};
