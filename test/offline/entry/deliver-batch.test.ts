import { describe, expect, it } from 'vitest';
import type { Notification } from '../../../shared/domain/events/notification.ts';
import { deliverBatch } from '../../../shared/entry/stream/deliver-batch.ts';
import { anEvent, NOW, newId } from '../../fixtures.ts';

const notification = (): Notification => ({ kind: 'event', userId: newId(), event: anEvent('password_set') });
const recordOf = (SequenceNumber: string) => ({ dynamodb: { SequenceNumber, NewImage: { sequence: SequenceNumber } } });

const run = async (deliver: (index: string) => Promise<unknown>, sequences: string[]) => {
  const lines: Record<string, unknown>[] = [];
  const handler = deliverBatch(
    'deliverEvents',
    {
      clock: { now: () => NOW },
      log: (line) => void lines.push(line),
      read: (image) => {
        if (image.sequence === 'unreadable') throw new TypeError('an unknown type');
        return image.sequence === 'none' ? null : ({ ...notification(), sequence: image.sequence } as never);
      },
    },
    async (_, told) => {
      const outcome = await deliver((told as unknown as { sequence: string }).sequence);
      return typeof outcome === 'object' && outcome ? (outcome as { outcome: string }) : { outcome: 'ok' };
    },
  );
  const answer = await handler({ Records: sequences.map((sequence) => recordOf(sequence)) as never });
  return { answer, lines };
};

describe('a batch of events', () => {
  it('is delivered in order; records that report nothing are skipped', async () => {
    const order: string[] = [];
    const { answer } = await run(async (index) => void order.push(index), ['1', 'none', '2']);
    expect(answer).toEqual({ batchItemFailures: [] });
    expect(order).toEqual(['1', '2']);
  });

  it('logs a mail that was refused, for the alarm that watches the log', async () => {
    const refused = { outcome: 'mail_refused', mail: 'newDevice', reason: 'MessageRejected' };
    const { answer, lines } = await run(async () => refused, ['1']);
    expect(answer).toEqual({ batchItemFailures: [] });
    expect(lines).toMatchObject([{ level: 'WARN', ...refused }]);
  });

  it('stops at the first that fails and asks for it again, with all after it', async () => {
    const order: string[] = [];
    const { answer, lines } = await run(
      async (index) => {
        if (index === '2') throw new TypeError('secret words');
        order.push(index);
      },
      ['1', '2', '3'],
    );
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }] });
    expect(order).toEqual(['1']);
    expect(lines.at(-1)).toMatchObject({ level: 'ERROR', outcome: 'failed', error: { name: 'TypeError' } });
    expect(JSON.stringify(lines)).not.toContain('secret words');
  });

  it('whose first record fails is a failed call, which Lambda halves', async () => {
    const failing = run(async () => Promise.reject(new TypeError('x')), ['1', '2']);
    await expect(failing).rejects.toThrow(expect.objectContaining({ name: 'NothingDelivered' }));
  });

  it('with an unreadable record says so in the log, and asks for it again', async () => {
    const { answer, lines } = await run(async () => undefined, ['1', 'unreadable', '3']);
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'unreadable' }] });
    expect(lines.at(-1)).toMatchObject({ level: 'ERROR', operation: 'deliverEvents' });
  });
});
