import { type Happening, idOf } from '../../domain/events/happening.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import { errorFacts } from '../error-facts.ts';

/** What the product needs of a batch of a DynamoDB stream, as Lambda gives it. */
export type StreamEvent = {
  Records: { dynamodb?: { SequenceNumber?: string; NewImage?: Record<string, never> } }[];
};
export type StreamAnswer = { batchItemFailures: { itemIdentifier: string }[] };

type Needs = { clock: Clock; log: Log; read(image: Record<string, never>): Happening | null };

/** A batch of which not even the first could be delivered. Lambda halves it then, which it does not after a part. */
class NothingDelivered extends Error {
  override name = 'NothingDelivered';
}

/**
 * A batch in its order, up to the first that cannot be delivered: the stream comes again with that one and all after it.
 * So nobody hears of what came later before what came first.
 * @throws NothingDelivered
 */
export const deliverBatch =
  (
    operation: string,
    { clock, log, read }: Needs,
    deliver: (now: number, happening: Happening) => Promise<{ outcome: string }>,
  ) =>
  async ({ Records }: StreamEvent): Promise<StreamAnswer> => {
    for (const [index, { dynamodb }] of Records.entries()) {
      let line: Record<string, unknown> = { operation };
      try {
        const happening = dynamodb?.NewImage ? read(dynamodb.NewImage) : null;
        if (!happening) continue;
        line = { ...line, kind: happening.kind, id: idOf(happening) };
        const outcome = await deliver(clock.now(), happening);
        // A mail that is refused is lost to its reader: whoever runs this has to hear of it.
        log({ level: outcome.outcome === 'ok' ? 'INFO' : 'WARN', ...line, ...outcome });
      } catch (error) {
        log({ level: 'ERROR', ...line, outcome: 'failed', error: errorFacts(error) });
        if (index === 0) throw new NothingDelivered();
        return { batchItemFailures: [{ itemIdentifier: dynamodb?.SequenceNumber ?? '' }] };
      }
    }
    return { batchItemFailures: [] };
  };
