import type { ComponentChildren } from 'preact';
import { useLocation } from 'preact-iso';
import type * as z from 'zod/mini';
import { listUsers } from '../../shared/contract/operations/users.ts';
import type { User } from '../../shared/contract/schemas.ts';
import { call, type ReplyOf } from '../api/call.ts';
import { type Loaded, useLoaded } from '../api/use-loaded.ts';
import { Notice } from '../components/notice.tsx';
import { Pending } from '../components/pending.tsx';
import { Table } from '../components/table.tsx';
import { LastSignIn } from '../history/last-sign-in.tsx';
import { Managers } from '../layout/managers.tsx';
import { Page } from '../layout/page.tsx';
import { userTexts } from '../texts/users.ts';
import { TwoFactorMark } from '../two-factor/two-factor-mark.tsx';
import { Adoption } from '../users/adoption.tsx';
import { CsvButton } from '../users/csv-button.tsx';
import { filterOf, pathOf } from '../users/filter.ts';
import { FilterForm } from '../users/filter-form.tsx';
import { PolicySection } from '../users/policy.tsx';
import { useReminders } from '../users/reminders.tsx';

const { users: words } = userTexts;
type UserView = z.infer<typeof User>;

const rowOf = ({ id, email, name, twoFactor, lastSignIn }: UserView, box: ComponentChildren) => ({
  key: id,
  cells: [
    box,
    <a class="wrap" href={`/users/${id}`}>
      {email}
    </a>,
    <span class="wrap">{name}</span>,
    <TwoFactorMark isOn={twoFactor.status === 'enabled'} />,
    <LastSignIn lastSignIn={lastSignIn} />,
  ],
});
const columns = [userTexts.reminders.column, words.email, words.name, words.status, words.lastSignIn];

type Users = ReplyOf<typeof listUsers>;

const UserTable = ({ users }: { users: UserView[] }) => {
  const { boxOf, bar, told } = useReminders(users);
  return (
    <>
      <Table label={words.title} columns={columns} rows={users.map((user) => rowOf(user, boxOf(user)))} />
      {told}
      {bar}
    </>
  );
};

const List = ({ loaded }: { loaded: Loaded<Users> }) => {
  const { query } = useLocation();
  const filter = filterOf(query);
  if (loaded.state === 'failed' && loaded.error.code === 'request_invalid') {
    return (
      <Notice kind="warning">
        {words.badAddress} <a href="/users">{words.first}</a>
      </Notice>
    );
  }
  return (
    <Pending loaded={loaded}>
      {({ users, nextCursor }) => (
        <>
          {users.length > 0 && <UserTable users={users} />}
          {(query.cursor || nextCursor) && (
            <nav class="paging" aria-label={words.pages}>
              {query.cursor && <a href={pathOf(filter)}>{words.first}</a>}
              {nextCursor && <a href={pathOf({ ...filter, cursor: nextCursor })}>{words.next}</a>}
            </nav>
          )}
        </>
      )}
    </Pending>
  );
};

const countOf = ({ users, nextCursor }: Users): string =>
  users.length === 0 ? words.none : words.count(users.length, nextCursor !== undefined);

const UsersPage = () => {
  const { query } = useLocation();
  const filter = filterOf(query);
  const loaded = useLoaded(JSON.stringify([filter, query.cursor]), () =>
    call(listUsers, { ...filter, ...(query.cursor && { cursor: query.cursor }) }),
  );
  return (
    <Page title={words.title}>
      <Adoption />
      <div class="actions">
        <a class="button" href="/users/new">
          {words.newUser}
        </a>
        <CsvButton />
      </div>
      <FilterForm />
      {/* Always present, so that a change in it is announced. */}
      <p role="status">{loaded.state === 'done' ? countOf(loaded.value) : ''}</p>
      <List loaded={loaded} />
      <PolicySection />
    </Page>
  );
};

export default () => (
  <Managers>
    <UsersPage />
  </Managers>
);
