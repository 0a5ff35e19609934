import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { KMSClient } from '@aws-sdk/client-kms';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { notingCalls } from './noted-calls.ts';

/**
 * Timeouts short enough that a retry still fits into the function's 10 seconds. Without `throwOnRequestTimeout`, the
 * SDK only warns and keeps waiting.
 */
const limits = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 500, requestTimeout: 2_000, throwOnRequestTimeout: true },
};

export const documentClient = (): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(notingCalls(new DynamoDBClient(limits)), {
    marshallOptions: { removeUndefinedValues: true },
  });

export const kmsClient = (): KMSClient => notingCalls(new KMSClient(limits));
/** One attempt: a mail that SES has accepted must not be sent again because its answer was slow. The stream retries. */
export const sesClient = (region: string | undefined): SESv2Client =>
  notingCalls(new SESv2Client({ ...limits, maxAttempts: 1, ...(region && { region }) }));
export const busClient = (): EventBridgeClient => notingCalls(new EventBridgeClient(limits));
