import { randomUUID } from 'node:crypto';
import type { Guard } from '../iam/guard.ts';
import type { Lambdas } from '../lambda/lambdas.ts';
import type { LocalFeed } from '../template/feeds.ts';
import { deliverBatch, type StreamRecord } from './batch.ts';
import { passes } from './filter.ts';
import { startPoller } from './poller.ts';

type Options = {
  feeds: LocalFeed[];
  dynamoDb: string;
  tableName: string;
  lambdas: Lambdas;
  guard: Guard;
  log(text: string): void;
};

/** The event source mappings of the templates: each calls its function with what of the stream passes its filters. */
export const startFeeds = ({ feeds, dynamoDb, tableName, lambdas, guard, log }: Options) => {
  const deadLetters: { function: string; records: StreamRecord[] }[] = [];

  const start = (feed: LocalFeed) => {
    const { id } = feed.function;
    // Lambda reads the stream in the function's name.
    if (!guard.mayReadStream(id, feed.streamArn)) throw new Error(`${id} may not read the stream that feeds it`);
    const invoke = (Records: StreamRecord[]) =>
      lambdas.invoke(id, { event: { Records }, requestId: `stream-${randomUUID()}`, clockOffsetMs: 0 });
    const bury = (records: StreamRecord[]): void => void deadLetters.push({ function: id, records });
    const consume = async (records: StreamRecord[], signal: AbortSignal): Promise<void> => {
      const wanted = records.filter((record) => feed.patterns.some((pattern) => passes(pattern, record)));
      for (let from = 0; from < wanted.length; from += feed.batchSize) {
        await deliverBatch({ feed, invoke, bury, signal }, wanted.slice(from, from + feed.batchSize));
      }
    };
    return startPoller(dynamoDb, tableName, consume, log);
  };
  const pollers = feeds.map(start);
  return {
    deadLetters: () => deadLetters,
    async stop(): Promise<void> {
      await Promise.all(pollers.map((poller) => poller.stop()));
    },
  };
};
