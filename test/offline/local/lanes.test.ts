import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { StreamRecord } from '../../../local/streams/batch.ts';
import { createLanes } from '../../../local/streams/lanes.ts';

const record = (partition: string, sequence: number): StreamRecord => ({
  dynamodb: { SequenceNumber: `${partition}${sequence}`, Keys: { pk: { S: partition } } },
});
const several = (partition: string, count: number): StreamRecord[] =>
  Array.from({ length: count }, (_, index) => record(partition, index + 1));
const nameOf = ({ dynamodb }: StreamRecord): string => dynamodb?.SequenceNumber ?? '';
const partitions = [...'abcdefghijklmnopqrstuvwxyz'];

/** Lanes whose batches each wait until they are released. */
const run = ({ count = 10, batchSize = 10 } = {}) => {
  const going: { names: string[]; finish(error?: Error): void }[] = [];
  const begun: string[][] = [];
  const stopping = new AbortController();
  const said: string[] = [];
  const lanes = createLanes({
    ...{ count, batchSize, signal: stopping.signal },
    partitionOf: ({ dynamodb }) => JSON.stringify(dynamodb?.Keys?.pk),
    deliver: (records) => {
      const names = records.map(nameOf);
      begun.push(names);
      return new Promise<void>((resolve, reject) =>
        going.push({ names, finish: (error) => (error ? reject(error) : resolve()) }),
      );
    },
    log: (text) => void said.push(text),
  });
  const finish = async (partition: string, error?: Error): Promise<void> => {
    const index = going.findIndex(({ names }) => names[0]?.startsWith(partition));
    going.splice(index, 1)[0]?.finish(error);
    await setImmediate();
  };
  return { lanes, begun, going, stopping, said, finish };
};

describe('the lanes of a shard', () => {
  it('deliver the records of one partition in order, one batch after the other', async () => {
    const { lanes, begun, finish } = run({ batchSize: 2 });
    await lanes.push(several('a', 5));
    expect(begun).toEqual([['a1', 'a2']]);
    await finish('a');
    await lanes.push([record('a', 6)]);
    expect(begun).toHaveLength(2);
    await finish('a');
    await finish('a');
    expect(begun).toEqual([
      ['a1', 'a2'],
      ['a3', 'a4'],
      ['a5', 'a6'],
    ]);
    await lanes.idle();
  });

  it('are in progress at the same time, up to their number and no more', async () => {
    const { lanes, going } = run({ count: 3, batchSize: 1 });
    await lanes.push(partitions.flatMap((partition) => several(partition, 3)));
    expect(going).toHaveLength(3);
  });

  it('do not hold up each other: records behind a failing one wait only in its own lane', async () => {
    const { lanes, begun, finish } = run({ batchSize: 1 });
    await lanes.push([...several('a', 200), ...several('b', 1)]);
    expect(begun).toEqual([['a1'], ['b1']]);
    await finish('b');
    // Read later, and still delivered although `a` is stuck.
    await lanes.push(several('b', 2));
    expect(begun.slice(2)).toEqual([['b1']]);
  });

  it('with one lane are the shard in its order', async () => {
    const { lanes, begun, finish } = run({ count: 1 });
    await lanes.push([record('a', 1), record('b', 1)]);
    await lanes.push([record('c', 1)]);
    await finish('a');
    expect(begun).toEqual([['a1', 'b1'], ['c1']]);
  });

  it('continue after a delivery that threw, and say so', async () => {
    const { lanes, begun, said, finish } = run({ batchSize: 1 });
    await lanes.push(several('a', 2));
    await finish('a', new Error('no such function'));
    expect([begun, said]).toEqual([[['a1'], ['a2']], ['stream: Error: no such function\n']]);
  });

  it('start nothing more once they are stopped', async () => {
    const { lanes, begun, stopping, said, finish } = run({ batchSize: 1 });
    await lanes.push(several('a', 3));
    stopping.abort();
    await finish('a', new Error('aborted'));
    await lanes.idle();
    expect([begun, said]).toEqual([[['a1']], []]);
  });
});
