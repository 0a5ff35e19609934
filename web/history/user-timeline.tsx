import type * as z from 'zod/mini';
import { listUserEvents, listUserSignIns } from '../../shared/contract/operations/users.ts';
import type { Event, SignIn } from '../../shared/contract/schemas.ts';
import { call } from '../api/call.ts';
import { Moment } from '../components/moment.tsx';
import { historyTexts } from '../texts/history.ts';
import { columns, rowOf } from './event-history.tsx';
import { From } from './from.tsx';
import { History } from './history.tsx';
import { Verified } from './sign-in-history.tsx';
import { merged } from './timeline.ts';

const { events: words, methods } = historyTexts;
type Entry = { at: string; signIn: z.infer<typeof SignIn> } | { at: string; event: z.infer<typeof Event> };

const rowOfEntry = (entry: Entry) => {
  if ('event' in entry) return rowOf(entry.event);
  const { at, method, twoFactorVerified } = entry.signIn;
  return {
    key: `${at} sign-in`,
    cells: [
      <Moment at={at} />,
      <>
        {words.withFacts(words.signedIn, [methods[method]])} <Verified is={twoFactorVerified} />
      </>,
      words.actors.owner,
      <From from={entry.signIn} />,
    ],
  };
};

const load = (userId: string) =>
  merged<Entry>([
    async (cursor) => {
      const page = await call(listUserSignIns, { userId, limit: '10', ...(cursor && { cursor }) });
      return { entries: page.signIns.map((signIn) => ({ at: signIn.at, signIn })), nextCursor: page.nextCursor };
    },
    async (cursor) => {
      const page = await call(listUserEvents, { userId, limit: '10', ...(cursor && { cursor }) });
      return { entries: page.events.map((event) => ({ at: event.at, event })), nextCursor: page.nextCursor };
    },
  ]);

/** Everything that happened to a user's account, sign-ins among it, newest first. */
export const UserTimeline = ({ userId, round }: { userId: string; round: number }) => (
  <History
    of={`${userId} ${round}`}
    id="history"
    words={words}
    columns={columns}
    rowOf={rowOfEntry}
    load={load(userId)}
  />
);
