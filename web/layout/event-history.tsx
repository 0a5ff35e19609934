import type * as z from 'zod/mini';
import type { Event, EventPage } from '../../shared/contract/schemas.ts';
import { texts } from '../texts.ts';
import { History } from './history.tsx';
import { Moment } from './moment.tsx';

const { events: words } = texts;

const columns = [words.when, words.what, words.who, words.from];
const rowOf = ({ at, type, actor, ip, reason }: z.infer<typeof Event>) => ({
  key: `${at} ${type}`,
  cells: [
    <Moment at={at} />,
    <span class="wrap">
      {words.types[type]}
      {reason && `: ${reason}`}
    </span>,
    words.actors[actor],
    ip || '–',
  ],
});

type Props = { of: string; load(cursor?: string): Promise<z.infer<typeof EventPage>> };

/** What happened to an account, newest first: who did what, from where. */
export const EventHistory = ({ of, load }: Props) => (
  <History
    of={of}
    id="events"
    words={words}
    columns={columns}
    rowOf={rowOf}
    load={async (cursor) => {
      const { events, nextCursor } = await load(cursor);
      return { entries: events, nextCursor };
    }}
  />
);
