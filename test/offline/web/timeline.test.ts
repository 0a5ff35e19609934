import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { merged } from '../../../web/history/timeline.ts';

type Entry = { at: string; name: string };
/** A list as the API has it: newest first, so many at a time, and asked for by whoever reads it. */
const listOf = (entries: Entry[], size: number) => {
  const asked: (string | undefined)[] = [];
  const load = async (cursor?: string) => {
    asked.push(cursor);
    const start = Number(cursor ?? 0);
    const end = start + size;
    return { entries: entries.slice(start, end), ...(end < entries.length && { nextCursor: String(end) }) };
  };
  return { asked, load };
};
const times = fc.array(fc.integer({ min: 0, max: 10_000 }), { maxLength: 60 });
const entriesOf = (ats: number[], name: string): Entry[] =>
  ats.toSorted((a, b) => b - a).map((at, index) => ({ at: String(at).padStart(5, '0'), name: `${name} ${index}` }));

const readAll = async (load: (cursor?: string) => Promise<{ entries: Entry[]; nextCursor?: string | undefined }>) => {
  const pages: Entry[][] = [];
  let cursor: string | undefined;
  do {
    const page = await load(cursor);
    pages.push(page.entries);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return pages;
};

describe('two lists as one', () => {
  it('have every entry once, newest first, whatever their sizes and pages', async () => {
    await fc.assert(
      fc.asyncProperty(times, times, fc.integer({ min: 1, max: 15 }), async (first, second, size) => {
        const [one, other] = [entriesOf(first, 'one'), entriesOf(second, 'other')];
        const pages = await readAll(merged<Entry>([listOf(one, size).load, listOf(other, size).load]));
        const read = pages.flat();
        expect(read.map(({ name }) => name).toSorted()).toEqual([...one, ...other].map(({ name }) => name).toSorted());
        expect(read.map(({ at }) => at)).toEqual(
          read
            .map(({ at }) => at)
            .toSorted()
            .toReversed(),
        );
        // Ten at a time, and no empty page at the end.
        expect(pages.slice(0, -1).every((page) => page.length === 10)).toBe(true);
        expect(pages.length).toBe(Math.max(1, Math.ceil(read.length / 10)));
      }),
    );
  });

  it('are asked for no page twice, and for no more than is shown needs', async () => {
    const sources = [listOf(entriesOf([1, 2, 3], 'one'), 10), listOf(entriesOf([...Array(40).keys()], 'other'), 10)];
    const load = merged<Entry>(sources.map((source) => source.load));
    const { nextCursor } = await load();
    expect(sources.map(({ asked }) => asked.length)).toEqual([1, 1]);
    await load(nextCursor);
    expect(sources.map(({ asked }) => asked)).toEqual([[undefined], [undefined, '10']]);
  });
});
