import type { Assembly } from './assembly.ts';
import type { LocalFunction } from './functions.ts';

/** What of a stream a function is called with, and how often it is tried again. */
export type LocalFeed = {
  function: LocalFunction;
  streamArn: string;
  batchSize: number;
  retries: number;
  bisects: boolean;
  reportsItems: boolean;
  /** Lambda's filter patterns: a record passes that fits one of them. */
  patterns: object[];
};

type Mapping = {
  FunctionName: string;
  EventSourceArn: string;
  BatchSize: number;
  MaximumRetryAttempts: number;
  BisectBatchOnFunctionError?: boolean;
  FunctionResponseTypes?: string[];
  FilterCriteria: { Filters: { Pattern: string }[] };
};

/** @throws Error for a mapping whose function is not there */
export const readFeeds = (assembly: Assembly, functions: LocalFunction[]): LocalFeed[] =>
  assembly.ofType('AWS::Lambda::EventSourceMapping').map(({ properties }) => {
    const mapping = properties as Mapping;
    const found = functions.find(({ arn }) => arn === mapping.FunctionName);
    if (!found) throw new Error(`No function ${mapping.FunctionName} for a stream`);
    return {
      function: found,
      streamArn: mapping.EventSourceArn,
      batchSize: mapping.BatchSize,
      retries: mapping.MaximumRetryAttempts,
      bisects: mapping.BisectBatchOnFunctionError ?? false,
      reportsItems: mapping.FunctionResponseTypes?.includes('ReportBatchItemFailures') ?? false,
      patterns: mapping.FilterCriteria.Filters.map(({ Pattern }) => JSON.parse(Pattern) as object),
    };
  });
