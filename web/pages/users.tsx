import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { listUsers } from '../../shared/contract/operations/users.ts';
import { call, type ReplyOf } from '../api/call.ts';
import { type Loaded, useLoaded } from '../api/use-loaded.ts';
import { Notice } from '../components/notice.tsx';
import { Pending } from '../components/pending.tsx';
import { Managers } from '../layout/managers.tsx';
import { UsersPlace } from '../layout/users-place.tsx';
import { userTexts } from '../texts/users.ts';
import { BulkBar } from '../users/list/bulk-bar.tsx';
import { CsvButton } from '../users/list/csv-button.tsx';
import { askedOf, filterOf, pathOf, rememberPath } from '../users/list/filter.ts';
import { FilterForm } from '../users/list/filter-form.tsx';
import { type Selection, useSelection } from '../users/list/use-selection.ts';
import { UserTable } from '../users/list/user-table.tsx';

const { users: words } = userTexts;
type Users = ReplyOf<typeof listUsers>;

/** Stands for the page that has no cursor. */
const FIRST = '';

/** The pages that were walked through, so that there is a way back by one. */
const useTrail = (key: string, cursor: string): string | undefined => {
  const [trail, setTrail] = useState<{ key: string; cursors: string[] }>({ key, cursors: [cursor] });
  const cursors = trail.key === key ? trail.cursors : [];
  const at = cursors.indexOf(cursor);
  useEffect(() => {
    // The first page comes before all others, also for someone who began elsewhere.
    if (at < 0) setTrail({ key, cursors: cursor === FIRST ? [FIRST] : [...cursors, cursor] });
  }, [key, cursor, cursors, at]);
  return at > 0 ? cursors[at - 1] : undefined;
};

const Paging = ({ nextCursor }: { nextCursor: string | undefined }) => {
  const { query } = useLocation();
  const filter = filterOf(query);
  const previous = useTrail(JSON.stringify(askedOf(filter)), query.cursor ?? FIRST);
  if (!query.cursor && nextCursor === undefined) return null;
  return (
    <nav class="paging" aria-label={words.pages}>
      {query.cursor && <a href={pathOf(filter)}>{words.first}</a>}
      {previous !== undefined && (
        <a href={pathOf({ ...filter, ...(previous !== FIRST && { cursor: previous }) })}>{words.previous}</a>
      )}
      {nextCursor !== undefined && <a href={pathOf({ ...filter, cursor: nextCursor })}>{words.next}</a>}
    </nav>
  );
};

type ListProps = { loaded: Loaded<Users>; selection: Selection; onDone(): void };

const List = ({ loaded, selection, onDone }: ListProps) => {
  const { query, route } = useLocation();
  const { dense, ...filter } = filterOf(query);
  const setDense = (isDense: boolean): void =>
    route(pathOf({ ...filter, cursor: query.cursor, ...(isDense && { dense: 'yes' }) }), true);
  const start = useRef(query.cursor);
  const hasMoved = useRef(false);
  if (query.cursor !== start.current) hasMoved.current = true;
  if (loaded.state === 'failed' && loaded.error.code === 'request_invalid') {
    return (
      <Notice kind="warning">
        {words.badAddress} <a href="/users">{words.first}</a>
      </Notice>
    );
  }
  return (
    <>
      <Pending loaded={loaded}>
        {({ users }) =>
          users.length > 0 && (
            <UserTable
              users={users}
              selection={selection}
              isDense={dense === 'yes'}
              // Someone who goes to another page wants to read on there.
              takesFocus={hasMoved.current}
            />
          )
        }
      </Pending>
      <BulkBar
        selection={selection}
        hasMore={query.cursor !== undefined || (loaded.state === 'done' && loaded.value.nextCursor !== undefined)}
        onDone={onDone}
      />
      <div class="actions">
        <Paging nextCursor={loaded.state === 'done' ? loaded.value.nextCursor : undefined} />
        <label class="box">
          <input
            type="checkbox"
            checked={dense === 'yes'}
            onChange={({ currentTarget }) => setDense(currentTarget.checked)}
          />
          {words.dense}
        </label>
      </div>
    </>
  );
};

const countOf = ({ users, nextCursor }: Users): string => {
  if (users.length === 0) return nextCursor === undefined ? words.none : words.noneYet;
  return words.count(users.length, nextCursor !== undefined);
};

const UsersPage = () => {
  const { query, url } = useLocation();
  const filter = filterOf(query);
  const selection = useSelection();
  const [round, setRound] = useState(0);
  useEffect(() => rememberPath(url), [url]);
  const asked = askedOf(filter);
  const loaded = useLoaded(JSON.stringify([asked, query.cursor, round]), () =>
    call(listUsers, { ...asked, ...(query.cursor && { cursor: query.cursor }) }),
  );
  return (
    <UsersPlace place="list">
      <div class="actions">
        <a class="button" href="/users/new">
          {words.newUser}
        </a>
        <CsvButton />
      </div>
      <FilterForm />
      {/* Always present, so that a change in it is announced. */}
      <p role="status">{loaded.state === 'done' ? countOf(loaded.value) : ''}</p>
      <List loaded={loaded} selection={selection} onDone={() => setRound((count) => count + 1)} />
    </UsersPlace>
  );
};

export default () => (
  <Managers>
    <UsersPage />
  </Managers>
);
