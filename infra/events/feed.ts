import { Duration } from 'aws-cdk-lib';
import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { OperationFunction } from '../operation-function.ts';
import type { TableInUse } from '../stateful/table-in-use.ts';

const BATCH = 10;
const RETRIES = 20;
/**
 * Concurrent batches per shard, the maximum that Lambda offers. Order is then kept for each partition key, which is all
 * that mails need, and a flood for one account does not hold up the others.
 */
const LANES = 10;

type Feed = { delivery: OperationFunction; table: TableInUse; patterns: object[]; undelivered: Queue };

/**
 * Calls a function with the records of the table's stream that match a pattern. L1, because the L2 construct would give
 * the role more than it needs.
 */
export const addFeed = (scope: Construct, id: string, { delivery, table, patterns, undelivered }: Feed): void => {
  new CfnEventSourceMapping(scope, id, {
    functionName: delivery.function.functionArn,
    eventSourceArn: table.tableStreamArn ?? '',
    startingPosition: 'TRIM_HORIZON',
    batchSize: BATCH,
    parallelizationFactor: LANES,
    bisectBatchOnFunctionError: true,
    functionResponseTypes: ['ReportBatchItemFailures'],
    maximumRetryAttempts: RETRIES,
    maximumRecordAgeInSeconds: Duration.hours(12).toSeconds(),
    destinationConfig: { onFailure: { destination: undelivered.queueArn } },
    filterCriteria: { filters: patterns.map((pattern) => ({ pattern: JSON.stringify(pattern) })) },
  });
};
