import { setTimeout } from 'node:timers/promises';
import { CreateTableCommand, DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  DynamoDBDocumentClient,
  type NativeAttributeValue,
  PutCommand,
  ScanCommand,
} from '@aws-sdk/lib-dynamodb';
import { inject } from 'vitest';

/* What AWS does when a table is restored to a point in time, and what a deployment does that goes over to it. */

type Item = Record<string, NativeAttributeValue>;

const { AWS_ENDPOINT_URL_DYNAMODB: endpoint = '', AWS_REGION: region = '', TABLE_NAME: inUse = '' } = inject('aws');
const database = new DynamoDBClient({
  endpoint,
  region,
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});
const client = DynamoDBDocumentClient.from(database);
const AT_ONCE = 50;

/** Everything in a table, as it is at this moment: nothing else may be writing. */
export const everythingIn = async (table = inUse): Promise<Item[]> => {
  const items: Item[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({ TableName: table, ExclusiveStartKey: from, ConsistentRead: true }),
    );
    items.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
  } while (from);
  return items;
};

const inGroups = async (items: Item[], act: (item: Item) => Promise<unknown>): Promise<void> => {
  for (let index = 0; index < items.length; index += AT_ONCE) {
    await Promise.all(items.slice(index, index + AT_ONCE).map(act));
  }
};

/** A new table beside the one in use, with these items. */
export const restoredTo = async (items: Item[]): Promise<string> => {
  const TableName = `restored-${Date.now()}`;
  const { Table } = await database.send(new DescribeTableCommand({ TableName: inUse }));
  await database.send(
    new CreateTableCommand({
      ...{ TableName, BillingMode: 'PAY_PER_REQUEST' },
      AttributeDefinitions: Table?.AttributeDefinitions,
      KeySchema: Table?.KeySchema,
      GlobalSecondaryIndexes: Table?.GlobalSecondaryIndexes?.map(({ IndexName, KeySchema, Projection }) => ({
        ...{ IndexName, KeySchema, Projection },
      })),
    }),
  );
  while ((await database.send(new DescribeTableCommand({ TableName }))).Table?.TableStatus !== 'ACTIVE') {
    await setTimeout(50);
  }
  await inGroups(items, (Item) => client.send(new PutCommand({ TableName, Item })));
  return TableName;
};

/** The table in use then has, of everything that mentions one of these texts, what the other table has. */
export const goOverTo = async (table: string, ...texts: string[]): Promise<void> => {
  const isMeant = (item: Item) => texts.some((text) => JSON.stringify(item).includes(text));
  const [now, then] = [await everythingIn(), await everythingIn(table)];
  await inGroups(now.filter(isMeant), ({ pk, sk }) =>
    client.send(new DeleteCommand({ TableName: inUse, Key: { pk, sk } })),
  );
  const put = (Item: Item) => client.send(new PutCommand({ TableName: inUse, Item }));
  const isEvent = ({ pk }: Item) => String(pk).startsWith('EVENT#');
  // Events last: whom they are mailed to has to be there.
  const [events, others] = [
    then.filter(isMeant).filter(isEvent),
    then.filter(isMeant).filter((item) => !isEvent(item)),
  ];
  await inGroups(others, put);
  await inGroups(events, put);
};
