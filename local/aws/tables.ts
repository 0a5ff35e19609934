import { setTimeout } from 'node:timers/promises';
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import { StartProblem } from '../start/start-problem.ts';
import type { Assembly, LocalResource } from '../template/assembly.ts';
import { REGION } from '../template/names.ts';

type TableProperties = Pick<
  CreateTableCommandInput,
  'AttributeDefinitions' | 'KeySchema' | 'GlobalSecondaryIndexes'
> & {
  StreamSpecification?: { StreamViewType: 'NEW_IMAGE' };
};

/**
 * A table resource as the request that creates it. TTL stays off: DynamoDB Local would delete expired items within a
 * second.
 */
const creation = (name: string, { properties }: LocalResource): CreateTableCommandInput => {
  const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, StreamSpecification } =
    properties as TableProperties;
  return {
    TableName: name,
    AttributeDefinitions,
    KeySchema,
    GlobalSecondaryIndexes,
    BillingMode: 'PAY_PER_REQUEST',
    ...(StreamSpecification && { StreamSpecification: { StreamEnabled: true, ...StreamSpecification } }),
  };
};

const keySchema = (description: Pick<CreateTableCommandInput, 'KeySchema' | 'GlobalSecondaryIndexes'> | undefined) =>
  JSON.stringify([
    description?.KeySchema,
    description?.GlobalSecondaryIndexes?.map(({ IndexName, KeySchema }) => [IndexName, KeySchema]),
  ]);

const exists = async (client: DynamoDBClient, wanted: CreateTableCommandInput): Promise<boolean> => {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: wanted.TableName }));
    if (keySchema(Table as CreateTableCommandInput) === keySchema(wanted)) return true;
    throw new StartProblem(
      'The table in the data folder has other keys than the template. Choose another folder with --data, or delete all its users with --reset.',
    );
  } catch (error) {
    if ((error as Error).name === 'ResourceNotFoundException') return false;
    throw error;
  }
};

/**
 * Creates the tables in the templates that do not exist yet.
 * @throws StartProblem if the data folder contains other tables, or something that is not a database
 */
export const createTables = async (assembly: Assembly, endpoint: string): Promise<void> => {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region: REGION, credentials });
  try {
    await createMissing(assembly, client);
  } catch (error) {
    if (error instanceof StartProblem) throw error;
    throw new StartProblem(
      `DynamoDB Local does not open its table (${(error as Error).name}). Start again; if that happens each time, its files in the data folder may be damaged.`,
    );
  } finally {
    client.destroy();
  }
};

const createMissing = async (assembly: Assembly, client: DynamoDBClient): Promise<void> => {
  const tables = [...assembly.ofType('AWS::DynamoDB::GlobalTable'), ...assembly.ofType('AWS::DynamoDB::Table')];
  for (const table of tables) {
    const wanted = creation(assembly.nameOf(table.stack, table.logicalId), table);
    if (await exists(client, wanted)) continue;
    await client.send(new CreateTableCommand(wanted));
    while (!(await exists(client, wanted))) await setTimeout(50);
  }
};
