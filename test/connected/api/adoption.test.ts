import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, DynamoDBDocumentClient, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { expect, inject, it } from 'vitest';
import { adoptions } from '../../../shared/store/accounts/adoption.ts';
import { adoptionKey, type Key } from '../../../shared/store/keys.ts';
import { enroll, get, newOrganization, newUser, sessionOf } from '../../kit/product.ts';

const { AWS_ENDPOINT_URL_DYNAMODB: endpoint = '', AWS_REGION: region = '', TABLE_NAME: name = '' } = inject('aws');
const client = DynamoDBDocumentClient.from(
  new DynamoDBClient({ endpoint, region, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }),
);
const LAG_MS = 50;

it('an adoption count that went wrong is counted again, exactly, while a user is created', async () => {
  const { organizationId, admin, user } = await newOrganization();
  await enroll(await sessionOf(user));
  await Promise.all(Array.from({ length: 6 }, (_, index) => newUser(organizationId, `u${index}`)));
  const boss = await sessionOf(admin);
  const figure = async () => (await get('/v1/users/two-factor-adoption', boss)).json;
  expect(await figure()).toEqual({ enabled: 1, disabled: 7, total: 8 });

  // One counter is damaged, another one is lost.
  const counters = await client.send(
    new QueryCommand({
      TableName: name,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': adoptionKey(organizationId, 0).pk },
    }),
  );
  const [damaged, lost] = (counters.Items ?? []).map(({ pk, sk }): Key => ({ pk, sk }));
  if (!damaged || !lost) throw new Error('fewer than two counters');
  await client.send(
    new UpdateCommand({
      TableName: name,
      Key: damaged,
      UpdateExpression: 'SET enabled = :many',
      ExpressionAttributeValues: { ':many': 500 },
    }),
  );
  await client.send(new DeleteCommand({ TableName: name, Key: lost }));
  expect(await figure()).not.toMatchObject({ total: 8 });

  const [isRebuilt] = await Promise.all([
    adoptions({ client, name }, LAG_MS).rebuild(organizationId),
    newUser(organizationId, 'meanwhile'),
  ]);
  expect(isRebuilt).toBe(true);
  expect(await figure()).toEqual({ enabled: 1, disabled: 8, total: 9 });
});
