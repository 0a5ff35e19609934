import { argon2Sync, randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { inject } from 'vitest';
import { credentialName } from '../../shared/domain/sessions/device.ts';
import { readToken, sha256 } from '../../shared/domain/sessions/tokens.ts';
import { credentialKey, erasureKey, type Key, sessionKey, throttleKey, userKey } from '../../shared/store/keys.ts';

/* Changes items directly, as time or a later operation would. */

const { AWS_ENDPOINT_URL_DYNAMODB: endpoint = '', AWS_REGION: region = '', TABLE_NAME: TableName = '' } = inject('aws');
const client = DynamoDBDocumentClient.from(
  new DynamoDBClient({ endpoint, region, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }),
);

const set = (Key: Key, attribute: string, value: unknown) =>
  client.send(
    new UpdateCommand({
      TableName,
      Key,
      UpdateExpression: 'SET #attribute = :value',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeNames: { '#attribute': attribute },
      ExpressionAttributeValues: { ':value': value },
    }),
  );

const referenceOf = (token: string) => {
  const reference = readToken('session', token);
  if (!reference) throw new Error('not a session token');
  return reference;
};

export const setSession = (
  token: string,
  attribute: 'lastSeenAt' | 'identityConfirmedAt' | 'expiresAt',
  value: number,
) => {
  const { userId, hash } = referenceOf(token);
  return set(sessionKey(userId, hash), attribute, value);
};
/**
 * A session like another one, confirmed and verified, under a token of the test's choice: what a role that writes
 * sessions could create.
 */
export const forgeSession = async (token: string, hash: string): Promise<void> => {
  const { userId, hash: own } = referenceOf(token);
  const { Item } = await client.send(new GetCommand({ TableName, Key: sessionKey(userId, own) }));
  const forged = { ...Item, ...sessionKey(userId, hash), hash, secondFactorConfirmed: true };
  await client.send(new PutCommand({ TableName, Item: forged }));
};
export const setStatus = (userId: string, status: 'active' | 'suspended') => set(userKey(userId), 'status', status);
export const suspend = (token: string) => set(userKey(referenceOf(token).userId), 'status', 'suspended');

/** As if the password had been set when argon2id ran with fewer passes. */
export const weakenHash = (email: string, password: string) => {
  const salt = randomBytes(16);
  const hash = argon2Sync('argon2id', {
    message: password,
    nonce: salt,
    parallelism: 1,
    tagLength: 32,
    memory: 8_192,
    passes: 1,
  });
  const unpadded = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
  return set(credentialKey(email), 'passwordHash', `$argon2id$v=19$m=8192,t=1,p=1$${unpadded(salt)}$${unpadded(hash)}`);
};

/** As if the account had been deleted some minutes ago. */
export const ageErasure = async (userId: string, minutes: number): Promise<void> => {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': erasureKey('').pk },
      ConsistentRead: true,
    }),
  );
  for (const item of Items.filter((each) => each.userId === userId)) {
    await set(erasureKey(String(item.sk)), 'at', Number(item.at) - 60_000 * minutes);
  }
};

const partitions = ['USER', 'FACTOR', 'CODES', 'SETUP', 'SESSION', 'TOKEN', 'SIGN_IN', 'EVENT', 'NOTICE'];

/** All items of a user in their current state. */
export const userItems = async (userId: string): Promise<Record<string, unknown>[]> => {
  const found = await Promise.all(
    partitions.map(async (partition) => {
      const query = new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': `${partition}#${userId}` },
        ConsistentRead: true,
      });
      return (await client.send(query)).Items ?? [];
    }),
  );
  return found.flat();
};

type State = { failures?: number; inARow?: number };
const stateOf = async (key: Key): Promise<State | undefined> =>
  (await client.send(new GetCommand({ TableName, Key: key, ConsistentRead: true }))).Item?.state as State | undefined;

/** What is charged to a password, and until when a source address has failures. */
export const passwordFailures = async (subject: string): Promise<number> =>
  (await stateOf(throttleKey('account', sha256(subject))))?.inARow ?? 0;
export const sourceFailures = async (ip: string): Promise<number> =>
  (await stateOf(throttleKey('source', sha256(ip))))?.failures ?? 0;

/**
 * As if strangers had tried so many wrong passwords that one more closes the password to them. There was an attempt
 * before.
 */
export const almostClosed = async (email: string, failures: number): Promise<void> => {
  const { Item } = await client.send(new GetCommand({ TableName, Key: credentialKey(email) }));
  const key = throttleKey('account', credentialName({ email, passwordVersion: Number(Item?.passwordVersion) }));
  await set(key, 'state', { ...(await stateOf(key)), count: 0, inARow: failures, notBefore: 0 });
};

/** Bytes as the text that they may hide. */
const readable = (_: string, value: unknown): unknown =>
  value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value;

/** Everything that is stored, as text. */
export const dump = async (): Promise<string[]> => {
  const items: string[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await client.send(new ScanCommand({ TableName, ExclusiveStartKey: from, ConsistentRead: true }));
    items.push(...(page.Items ?? []).map((item) => JSON.stringify(item, readable)));
    from = page.LastEvaluatedKey;
  } while (from);
  return items;
};
