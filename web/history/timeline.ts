/* Two lists, each newest first and a page at a time, as one. */

export type Moments = { at: string };
type Source<Entry> = (cursor?: string) => Promise<{ entries: Entry[]; nextCursor?: string | undefined }>;
/** What was loaded and not shown yet, and where to go on; `next` is missing at the end of the list. */
type Rest<Entry> = { entries: Entry[]; next?: string | undefined };

const PAGE = 10;

const filled = async <Entry>(source: Source<Entry>, { entries, next }: Rest<Entry>): Promise<Rest<Entry>> => {
  // What another list has may be older than anything that this one still hides.
  if (next === undefined || entries.length >= PAGE) return { entries, next };
  const page = await source(next || undefined);
  return filled(source, { entries: [...entries, ...page.entries], next: page.nextCursor });
};

/**
 * The newest entries of several lists, and a cursor that has the rest. The order is right whatever the lists have: an
 * entry is shown only when every list has shown or loaded everything that is newer.
 */
export const merged =
  <Entry extends Moments>(sources: Source<Entry>[]): Source<Entry> =>
  async (cursor) => {
    const before: Rest<Entry>[] = cursor ? JSON.parse(cursor) : sources.map(() => ({ entries: [], next: '' }));
    const rests = await Promise.all(sources.map((source, index) => filled(source, before[index] ?? { entries: [] })));
    const all = rests.flatMap(({ entries }, list) => entries.map((entry) => ({ entry, list })));
    const shown = all
      .toSorted((a, b) => Number(b.entry.at > a.entry.at) - Number(b.entry.at < a.entry.at))
      .slice(0, PAGE);
    const left = rests.map(({ entries, next }, list) => ({
      entries: entries.slice(shown.filter((each) => each.list === list).length),
      ...(next !== undefined && { next }),
    }));
    const isOver = left.every(({ entries, next }) => entries.length === 0 && next === undefined);
    return {
      entries: shown.map(({ entry }) => entry),
      ...(!isOver && { nextCursor: JSON.stringify(left) }),
    };
  };
