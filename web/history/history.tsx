import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useLoaded } from '../api/use-loaded.ts';
import { Pending } from '../components/pending.tsx';
import { Table } from '../components/table.tsx';
import { useDoing } from '../components/use-doing.tsx';
import { texts } from '../texts/index.ts';

type PageOf<Entry> = { entries: Entry[]; nextCursor?: string | undefined };
type Words = { title: string; none: string };
type Props<Entry> = {
  id: string;
  words: Words;
  columns: string[];
  rowOf(entry: Entry): { key: string; cells: ComponentChildren[] };
  load(cursor?: string): Promise<PageOf<Entry>>;
};

const Entries = <Entry,>({ first, words, columns, rowOf, load }: Props<Entry> & { first: PageOf<Entry> }) => {
  const [{ entries, nextCursor }, setPage] = useState(first);
  const [focusOn, setFocusOn] = useState<number>();
  const { told, isBusy, doing } = useDoing();
  const more = () =>
    doing(async () => {
      const next = await load(nextCursor);
      setFocusOn(entries.length);
      setPage({ ...next, entries: [...entries, ...next.entries] });
      return undefined;
    });
  if (entries.length === 0) return <p>{words.none}</p>;
  return (
    <>
      <Table label={words.title} columns={columns} rows={entries.map(rowOf)} focusOn={focusOn} />
      {told}
      {nextCursor && (
        <div class="actions" aria-busy={isBusy}>
          <button type="button" class="secondary" aria-label={`${texts.general.more}: ${words.title}`} onClick={more}>
            {texts.general.more}
          </button>
        </div>
      )}
    </>
  );
};

/** Records, newest first, one page at a time. `of` names their owner: another owner's records are loaded again. */
export const History = <Entry,>({ of, ...props }: Props<Entry> & { of: string }) => {
  const loaded = useLoaded(of, () => props.load());
  return (
    <section aria-labelledby={props.id}>
      <h2 id={props.id}>{props.words.title}</h2>
      <Pending loaded={loaded}>{(first) => <Entries first={first} {...props} />}</Pending>
    </section>
  );
};
