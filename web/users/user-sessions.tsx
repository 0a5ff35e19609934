import { listUserSessions } from '../../shared/contract/operations/users.ts';
import { call } from '../api/call.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { Moment } from '../components/moment.tsx';
import { Pending } from '../components/pending.tsx';
import { Table } from '../components/table.tsx';
import { Address, Device } from '../history/from.tsx';
import { accountTexts } from '../texts/account.ts';
import { historyTexts } from '../texts/history.ts';
import { userTexts } from '../texts/users.ts';

const { userActions: words } = userTexts;
const { sessions: columns } = accountTexts;

/** Where a user is signed in. `round`: something was done that may have changed it. */
export const UserSessions = ({ userId, round }: { userId: string; round: number }) => {
  const loaded = useLoaded(`${userId} ${round}`, () => call(listUserSessions, { userId }));
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{words.sessions}</h2>
      <Pending loaded={loaded}>
        {({ sessions }) =>
          sessions.length === 0 ? (
            <p>{words.noSessions}</p>
          ) : (
            <Table
              label={words.sessions}
              columns={[columns.device, columns.from, columns.how, columns.since, columns.seen]}
              rows={sessions.map(({ id, userAgent, ip, place, method, createdAt, lastSeenAt }) => ({
                key: id,
                cells: [
                  <Device userAgent={userAgent} />,
                  <Address ip={ip} place={place} />,
                  historyTexts.methods[method],
                  <Moment at={createdAt} />,
                  <Moment at={lastSeenAt} />,
                ],
              }))}
            />
          )
        }
      </Pending>
    </section>
  );
};
