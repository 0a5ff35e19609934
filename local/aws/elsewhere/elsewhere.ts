import { startDynamoDb } from '../dynamodb-local.ts';
import { createKms, type Kms } from '../kms.ts';
import { remoteKms } from './remote-kms.ts';

/** Addresses of programs that speak the protocol of DynamoDB or KMS, in place of what is started here. */
export type Elsewhere = { dynamoDb?: string | undefined; kms?: string | undefined };

export const databaseAt = async ({ dynamoDb }: Elsewhere, directory: string) =>
  dynamoDb === undefined ? startDynamoDb(directory) : { endpoint: dynamoDb, stop: async () => undefined };

export const keysAt = async ({ kms }: Elsewhere, dataDirectory: string, keyArns: string[]): Promise<Kms> =>
  kms === undefined ? createKms(dataDirectory, keyArns) : remoteKms(kms, dataDirectory, keyArns);

/** As a run of the tests names them. */
export const elsewhereFrom = ({ DYNAMODB_ENDPOINT, KMS_ENDPOINT }: NodeJS.ProcessEnv): Elsewhere => ({
  dynamoDb: DYNAMODB_ENDPOINT,
  kms: KMS_ENDPOINT,
});
