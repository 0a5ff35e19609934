import type * as z from 'zod/mini';
import type { Event, EventPage } from '../../shared/contract/schemas.ts';
import { Moment } from '../components/moment.tsx';
import { historyTexts } from '../texts/history.ts';
import { From } from './from.tsx';
import { History } from './history.tsx';

const { events: words } = historyTexts;
type EventView = z.infer<typeof Event>;

/** In some events, the reason is a name of what happened, or several. */
const reasonOf = (type: EventView['type'], reason: string): string[] => {
  if (type === 'administrators_changed') return [words.administratorChanges[reason] ?? reason];
  if (type === 'brand_changed') return reason.split(', ').map((part) => words.brandParts[part] ?? part);
  return [reason];
};

/** What an event adds to its type. */
const factsOf = ({ type, reason, permissions = [], link, newEmail }: EventView): string[] => [
  ...(link && link !== 'not_me' ? [words.links[link]] : []),
  ...(newEmail === undefined ? [] : [newEmail]),
  ...permissions.map((permission) => words.permissions[permission]),
  ...(reason === undefined ? [] : reasonOf(type, reason)),
];

const What = ({ event }: { event: EventView }) => {
  const facts = factsOf(event);
  return (
    <span class="wrap">
      {facts.length === 0 ? words.types[event.type] : words.withFacts(words.types[event.type], facts)}
      {event.aboutId && (
        <>
          {' '}
          <a href={`/users/${event.aboutId}`}>{words.about}</a>
        </>
      )}
    </span>
  );
};

/** Administrators get the id of the one who did it, and a way to them. */
const whoOf = ({ actor, actorId }: EventView) =>
  actorId === undefined ? words.actors[actor] : <a href={`/users/${actorId}`}>{words.actors[actor]}</a>;

export const columns = [words.when, words.what, words.who, words.from];
export const rowOf = (event: EventView) => ({
  key: `${event.at} ${event.type} ${event.aboutId ?? ''}`,
  cells: [<Moment at={event.at} />, <What event={event} />, whoOf(event), <From from={event} />],
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
