import { idOf, type Notification } from '../../domain/events/notification.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import { errorFacts } from '../error-facts.ts';

/** What the product needs from a batch of a DynamoDB stream, as Lambda passes it. */
export type StreamEvent = { Records: StreamRecord[] };
type StreamRecord = { dynamodb?: { SequenceNumber?: string; NewImage?: Record<string, never> } };
export type StreamAnswer = { batchItemFailures: { itemIdentifier: string }[] };

type Needs = { clock: Clock; log: Log; read(image: Record<string, never>): Notification | null };

/**
 * Not even the first record of a batch could be delivered. Lambda then halves the batch, which it does not do after a
 * partial failure.
 */
class NothingDelivered extends Error {
  override name = 'NothingDelivered';
}

/**
 * Delivers a batch in order, up to the first record that fails: the stream then sends that one and everything after it
 * again. So later news never arrives before earlier news.
 * @throws NothingDelivered
 */
export const deliverBatch = (
  operation: string,
  { clock, log, read }: Needs,
  deliver: (now: number, notification: Notification) => Promise<{ outcome: string }>,
) => {
  /** Whether the batch can continue after this record. */
  const isDone = async ({ dynamodb }: StreamRecord): Promise<boolean> => {
    let line: Record<string, unknown> = { operation };
    try {
      const notification = dynamodb?.NewImage ? read(dynamodb.NewImage) : null;
      if (!notification) return true;
      line = { ...line, kind: notification.kind, id: idOf(notification) };
      const outcome = await deliver(clock.now(), notification);
      // The recipient never gets a refused mail, so the operator must be notified.
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
