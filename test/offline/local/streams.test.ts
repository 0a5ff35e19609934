import { describe, expect, it } from 'vitest';
import { eventFilters, requestFilters } from '../../../infra/events/event-filters.ts';
import type { Outcome } from '../../../local/lambda/worker.ts';
import { invokeWithBatch, type StreamRecord } from '../../../local/streams/batch.ts';
import { passes } from '../../../local/streams/filter.ts';
import type { LocalFeed } from '../../../local/template/feeds.ts';

const record = (eventName: string, NewImage: object): StreamRecord => ({ eventName, dynamodb: { NewImage } });
const hears = (patterns: object[], given: StreamRecord): boolean => patterns.some((pattern) => passes(pattern, given));
const text = (S: string) => ({ S });

describe('the event filters pick from the stream', () => {
  const resetRequest = record('INSERT', { pk: text('RESET#1'), sk: text('RESET') });

  it.each([
    ['an event', record('INSERT', { pk: text('EVENT#1'), sk: text('2') }), true],
    ['a sign-in from a new device', record('INSERT', { pk: text('SIGN_IN#1'), newDevice: { BOOL: true } }), true],
    ['a request for a reset, which has its own feed', resetRequest, false],
    ['a sign-in from a known device', record('INSERT', { pk: text('SIGN_IN#1') }), false],
    ['an event that is marked as delivered', record('MODIFY', { pk: text('EVENT#1'), sk: text('2') }), false],
    [
      'a refused one that an operator has sent again',
      record('MODIFY', { pk: text('EVENT#1'), sendAgain: { BOOL: true } }),
      true,
    ],
    ['an item that expired', { eventName: 'REMOVE', dynamodb: {} }, false],
    ['a session', record('INSERT', { pk: text('SESSION#1') }), false],
  ])('%s', (_, given, isHeard) => {
    expect(hears(eventFilters, given)).toBe(isHeard);
    expect(hears(requestFilters, given)).toBe(given === resetRequest);
  });
});

it('a refused mail for a forgotten password is heard of again by its own feed', () => {
  const again = record('MODIFY', { pk: text('RESET#1'), sk: text('RESET'), sendAgain: { BOOL: true } });
  expect([hears(requestFilters, again), hears(eventFilters, again)]).toEqual([true, false]);
});

describe('a batch of the local stream', () => {
  const records = ['1', '2', '3', '4'].map((SequenceNumber) => ({ dynamodb: { SequenceNumber } }));
  const feed = { retries: 2, bisects: true, reportsItems: true } as LocalFeed;
  const security = (given: StreamRecord[]): string => given.map(({ dynamodb }) => dynamodb?.SequenceNumber).join('');
  const failing = (itemIdentifier: string): Outcome => ({
    ok: true,
    cpuMs: 0,
    result: { batchItemFailures: [{ itemIdentifier }] },
  });
  const fine: Outcome = { ok: true, cpuMs: 0, result: { batchItemFailures: [] } };
  const run = async (answers: Outcome[], last: Outcome = fine) => {
    const calls: string[] = [];
    const buried: string[] = [];
    await invokeWithBatch(
      {
        feed,
        invoke: async (given) => {
          calls.push(security(given));
          return answers.shift() ?? last;
        },
        bury: (given) => void buried.push(security(given)),
      },
      records,
    );
    return { calls, buried };
  };

  it('continues from the first that failed', async () => {
    expect(await run([failing('2')])).toEqual({ calls: ['1234', '234'], buried: [] });
  });

  it('comes again in halves if the function died', async () => {
    expect(await run([{ ok: false, error: 'Runtime.ExitError' }])).toEqual({ calls: ['1234', '12', '34'], buried: [] });
  });

  it('gives up on what fails again and again, and on nothing else', async () => {
    const dies: Outcome = { ok: false, error: 'Runtime.ExitError' };
    const { buried } = await run([], dies);
    expect(buried.join('')).toBe('1234');
  });
});
