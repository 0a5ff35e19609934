import { setTimeout } from 'node:timers/promises';
import {
  type AttributeValue,
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
  type _Record as SdkRecord,
} from '@aws-sdk/client-dynamodb-streams';
import { REGION } from '../template/names.ts';
import type { StreamRecord } from './batch.ts';

const IDLE_MS = 100;

/**
 * An attribute in the form that Lambda uses: bytes as text, and an empty map as a map, since the client returns it
 * without its type.
 */
const asAttribute = (value: AttributeValue): object => {
  if (Object.keys(value).length === 0) return { M: {} };
  if (value.B) return { B: Buffer.from(value.B).toString('base64') };
  if (value.L) return { L: value.L.map(asAttribute) };
  return value.M ? { M: asImage(value.M) } : value;
};
const asImage = (image: Record<string, AttributeValue>): Record<string, object> =>
  Object.fromEntries(Object.entries(image).map(([name, value]) => [name, asAttribute(value)]));

const asEvent = ({ eventName, dynamodb }: SdkRecord): StreamRecord => ({
  ...(eventName && { eventName }),
  dynamodb: {
    ...(dynamodb?.ApproximateCreationDateTime && {
      ApproximateCreationDateTime: dynamodb.ApproximateCreationDateTime.getTime() / 1_000,
    }),
    ...(dynamodb?.SequenceNumber && { SequenceNumber: dynamodb.SequenceNumber }),
    ...(dynamodb?.Keys && { Keys: asImage(dynamodb.Keys) }),
    ...(dynamodb?.NewImage && { NewImage: asImage(dynamodb.NewImage) }),
  },
});

const streamOf = async (client: DynamoDBStreamsClient, table: string): Promise<{ arn: string; shard: string }> => {
  const { Streams = [] } = await client.send(new ListStreamsCommand({ TableName: table }));
  const arn = Streams.at(-1)?.StreamArn ?? '';
  const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn: arn }));
  return { arn, shard: StreamDescription?.Shards?.at(-1)?.ShardId ?? '' };
};

/**
 * Reads a table's stream from its beginning: each start repeats everything of the last day, since a stream may deliver
 * anything twice. Its consumer has to know what it has already done.
 */
export const startPoller = (
  endpoint: string,
  table: string,
  consume: (records: StreamRecord[]) => Promise<void>,
  log: (text: string) => void,
) => {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBStreamsClient({ endpoint, region: REGION, credentials });
  const stopping = new AbortController();

  const read = async (): Promise<void> => {
    const { arn, shard } = await streamOf(client, table);
    const begin = { StreamArn: arn, ShardId: shard, ShardIteratorType: 'TRIM_HORIZON' } as const;
    let iterator = (await client.send(new GetShardIteratorCommand(begin))).ShardIterator;
    while (iterator && !stopping.signal.aborted) {
      const { Records = [], NextShardIterator } = await client.send(new GetRecordsCommand({ ShardIterator: iterator }));
      await consume(Records.map(asEvent));
      iterator = NextShardIterator;
      if (Records.length === 0) await setTimeout(IDLE_MS, null, { signal: stopping.signal });
    }
  };
  const running = (async () => {
    // A shard that ends, or a database hiccup, is no reason to stop.
    while (!stopping.signal.aborted) {
      await read().catch((error: unknown) => {
        if (!stopping.signal.aborted) log(`stream: ${String(error)}\n`);
      });
      await setTimeout(IDLE_MS, null, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return {
    async stop(): Promise<void> {
      stopping.abort();
      await running;
      client.destroy();
    },
  };
};
