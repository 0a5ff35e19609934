import type { Assembly } from './assembly.ts';
import type { LocalFunction } from './functions.ts';

/** The records of a stream that a function is called with, and how often a call is retried. */
export type LocalFeed = {
  function: LocalFunction;
  streamArn: string;
  batchSize: number;
  /** How many batches of a shard may be in progress at once, each with its own partition keys. */
  lanes: number;
  retries: number;
  bisects: boolean;
  reportsItems: boolean;
  /** Lambda's filter patterns: a record passes if it matches one of them. */
  patterns: object[];
};

type Mapping = {
  FunctionName: string;
  EventSourceArn: string;
  BatchSize: number;
  ParallelizationFactor?: number;
  MaximumRetryAttempts: number;
  BisectBatchOnFunctionError?: boolean;
  FunctionResponseTypes?: string[];
  FilterCriteria: { Filters: { Pattern: string }[] };
};

/** @throws Error for a mapping whose function does not exist */
export const readFeeds = (assembly: Assembly, functions: LocalFunction[]): LocalFeed[] =>
  assembly.ofType('AWS::Lambda::EventSourceMapping').map(({ properties }, index, all) => {
    const mapping = properties as Mapping;
    const found = functions.find(({ arn }) => arn === mapping.FunctionName);
    if (!found) throw new Error(`No function ${mapping.FunctionName} for a stream`);
    // Lambda allows one mapping for each pair of function and stream.
    const before = all.slice(0, index).map((other) => other.properties as Mapping);
    const isTaken = before.some(
      ({ FunctionName, EventSourceArn }) =>
        FunctionName === mapping.FunctionName && EventSourceArn === mapping.EventSourceArn,
    );
    if (isTaken) throw new Error(`${found.id} has two mappings on one stream`);
    return {
      function: found,
      streamArn: mapping.EventSourceArn,
      batchSize: mapping.BatchSize,
      lanes: mapping.ParallelizationFactor ?? 1,
      retries: mapping.MaximumRetryAttempts,
      bisects: mapping.BisectBatchOnFunctionError ?? false,
      reportsItems: mapping.FunctionResponseTypes?.includes('ReportBatchItemFailures') ?? false,
      patterns: mapping.FilterCriteria.Filters.map(({ Pattern }) => JSON.parse(Pattern) as object),
    };
  });
