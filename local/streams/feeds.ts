import { randomUUID } from 'node:crypto';
import type { Guard } from '../iam/guard.ts';
import type { Lambdas } from '../lambda/lambdas.ts';
import type { Monitoring } from '../monitoring/monitoring.ts';
import type { LocalFeed } from '../template/feeds.ts';
import { invokeWithBatch, type StreamRecord } from './batch.ts';
import { passes } from './filter.ts';
import { createLanes } from './lanes.ts';
import { startPoller } from './poller.ts';

type Options = {
  feeds: LocalFeed[];
  dynamoDb: string;
  tableName: string;
  /** The name of the attribute by which order is kept. */
  partitionKey: string;
  lambdas: Lambdas;
  guard: Guard;
  monitoring: Pick<Monitoring, 'read'>;
  log(text: string): void;
};

/**
 * The event source mappings in the templates: each calls its function with the records of the stream that pass its
 * filters.
 */
export const startFeeds = ({ feeds, dynamoDb, tableName, partitionKey, lambdas, guard, monitoring, log }: Options) => {
  const deadLetters: { function: string; records: StreamRecord[] }[] = [];

  const start = (feed: LocalFeed) => {
    const { id } = feed.function;
    // Lambda reads the stream on the function's behalf.
    if (!guard.mayReadStream(id, feed.streamArn)) throw new Error(`${id} may not read the stream that feeds it`);
    const invoke = (Records: StreamRecord[]) => {
      const writtenAt = Records[0]?.dynamodb?.ApproximateCreationDateTime;
      if (writtenAt !== undefined) monitoring.read(id, writtenAt * 1_000);
      return lambdas.invoke(id, { event: { Records }, requestId: `stream-${randomUUID()}`, clockOffsetMs: 0 });
    };
    const bury = (records: StreamRecord[]): void => void deadLetters.push({ function: id, records });
    const stopping = new AbortController();
    const { signal } = stopping;
    const lanes = createLanes({
      count: feed.lanes,
      batchSize: feed.batchSize,
      partitionOf: ({ dynamodb }) => JSON.stringify(dynamodb?.Keys?.[partitionKey] ?? null),
      deliver: (records) => invokeWithBatch({ feed, invoke, bury, signal }, records),
      signal,
      log,
    });
    const consume = (records: StreamRecord[]): Promise<void> =>
      lanes.push(records.filter((record) => feed.patterns.some((pattern) => passes(pattern, record))));
    const poller = startPoller(dynamoDb, tableName, consume, log);
    return {
      async stop(): Promise<void> {
        stopping.abort();
        await poller.stop();
        await lanes.idle();
      },
    };
  };
  const started = feeds.map(start);
  return {
    deadLetters: () => deadLetters,
    async stop(): Promise<void> {
      await Promise.all(started.map((feed) => feed.stop()));
    },
  };
};
