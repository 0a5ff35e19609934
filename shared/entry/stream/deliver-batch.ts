import { idOf, type Notification } from '../../domain/events/notification.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import { errorFacts } from '../error-facts.ts';

/** What the product needs of a batch of a DynamoDB stream, as Lambda gives it. */
export type StreamEvent = { Records: StreamRecord[] };
type StreamRecord = { dynamodb?: { SequenceNumber?: string; NewImage?: Record<string, never> } };
export type StreamAnswer = { batchItemFailures: { itemIdentifier: string }[] };

type Needs = { clock: Clock; log: Log; read(image: Record<string, never>): Notification | null };

/** A batch of which not even the first could be delivered. Lambda halves it then, which it does not after a part. */
class NothingDelivered extends Error {
  override name = 'NothingDelivered';
}

/**
 * A batch in its order, up to the first that cannot be delivered: the stream comes again with that one and all after it.
 * So nobody hears of what came later before what came first.
 * @throws NothingDelivered
 */
export const deliverBatch = (
  operation: string,
  { clock, log, read }: Needs,
  deliver: (now: number, notification: Notification) => Promise<{ outcome: string }>,
) => {
  /** Whether the batch can go on after this record. */
  const isDone = async ({ dynamodb }: StreamRecord): Promise<boolean> => {
    let line: Record<string, unknown> = { operation };
    try {
      const notification = dynamodb?.NewImage ? read(dynamodb.NewImage) : null;
      if (!notification) return true;
      line = { ...line, kind: notification.kind, id: idOf(notification) };
      const outcome = await deliver(clock.now(), notification);
      // A mail that is refused is lost to its reader: whoever runs this has to hear of it.
      log({ level: outcome.outcome === 'ok' ? 'INFO' : 'WARN', ...line, ...outcome });
      return true;
    } catch (error) {
      log({ level: 'ERROR', ...line, outcome: 'failed', error: errorFacts(error) });
      return false;
    }
  };
  return async ({ Records }: StreamEvent): Promise<StreamAnswer> => {
    for (const [index, record] of Records.entries()) {
      if (await isDone(record)) continue;
      if (index === 0) throw new NothingDelivered();
      return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] };
    }
    return { batchItemFailures: [] };
  };
};
