import { useState } from 'preact/hooks';
import { endOtherSessions, endSession, listSessions } from '../../shared/contract/operations/sessions.ts';
import { asApiError } from '../api/api-error.ts';
import { call, type ReplyOf } from '../api/call.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { Moment } from '../components/moment.tsx';
import { Pending } from '../components/pending.tsx';
import { Table } from '../components/table.tsx';
import { useDoing } from '../components/use-doing.tsx';
import { deviceOf } from '../history/device.ts';
import { Address, Device } from '../history/from.tsx';
import { useIdentity } from '../identity/use-identity.tsx';
import { accountTexts } from '../texts/account.ts';
import { historyTexts } from '../texts/history.ts';

const { sessions: words } = accountTexts;
type Sessions = ReplyOf<typeof listSessions>['sessions'];

const List = ({ first }: { first: Sessions }) => {
  const [sessions, setSessions] = useState(first);
  const { told, isBusy, doing } = useDoing();
  const { dialog, withIdentity } = useIdentity();
  const end = (sessionId: string) =>
    doing(async () => {
      const isDone = await withIdentity(async () => {
        await call(endSession, { sessionId }).catch((error: unknown) => {
          // Another tab or a password change was faster: the session has ended, too.
          if (asApiError(error).code !== 'not_found') throw error;
        });
        return true;
      });
      if (!isDone) return undefined;
      setSessions(sessions.filter(({ id }) => id !== sessionId));
      return words.ended;
    });
  const endOthers = () =>
    doing(async () => {
      if (!(await withIdentity(() => call(endOtherSessions, {})))) return undefined;
      setSessions(sessions.filter(({ current }) => current));
      return words.othersEnded;
    });
  const rowOf = ({ id, current, createdAt, lastSeenAt, ip, userAgent, place, method }: Sessions[number]) => ({
    key: id,
    cells: [
      <Device userAgent={userAgent} />,
      <Address ip={ip} place={place} />,
      historyTexts.methods[method],
      <Moment at={createdAt} />,
      <Moment at={lastSeenAt} />,
      current ? (
        words.current
      ) : (
        <button
          type="button"
          class="secondary small"
          aria-label={words.endOne(deviceOf(userAgent), ip)}
          onClick={() => end(id)}
        >
          {words.end}
        </button>
      ),
    ],
  });
  return (
    <>
      <div aria-busy={isBusy}>
        {told}
        <Table
          label={words.title}
          columns={[words.device, words.from, words.how, words.since, words.seen, words.act]}
          rows={sessions.map(rowOf)}
        />
        {sessions.length > 1 && (
          <div class="actions">
            <button type="button" class="secondary" onClick={endOthers}>
              {words.endOthers}
            </button>
          </div>
        )}
      </div>
      {dialog}
    </>
  );
};

/** Where an account is signed in, with the means to end it. */
export const SessionsSection = () => {
  const loaded = useLoaded('sessions', () => call(listSessions, {}));
  return (
    <section aria-label={words.title}>
      <Pending loaded={loaded}>{({ sessions }) => <List first={sessions} />}</Pending>
    </section>
  );
};
