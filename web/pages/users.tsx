import { useLocation } from 'preact-iso/router';
import type * as z from 'zod/mini';
import { listUsers } from '../../shared/contract/operations/users.ts';
import type { User } from '../../shared/contract/schemas.ts';
import { call } from '../api/call.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { LastSignIn } from '../layout/last-sign-in.tsx';
import { Page } from '../layout/page.tsx';
import { Pending } from '../layout/pending.tsx';
import { Shell } from '../layout/shell.tsx';
import { Table } from '../layout/table.tsx';
import { TwoFactorMark } from '../layout/two-factor-mark.tsx';
import { texts } from '../texts.ts';
import { Adoption } from '../users/adoption.tsx';
import { CsvButton } from '../users/csv-button.tsx';
import { filterOf, pathOf } from '../users/filter.ts';
import { FilterForm } from '../users/filter-form.tsx';

const { users: words } = texts;

const rowOf = ({ id, email, name, twoFactor, lastSignIn }: z.infer<typeof User>) => ({
  key: id,
  cells: [
    <a class="wrap" href={`/users/${id}`}>
      {email}
    </a>,
    name,
    <TwoFactorMark isOn={twoFactor.status === 'enabled'} />,
    <LastSignIn lastSignIn={lastSignIn} />,
  ],
});
const columns = [words.email, words.name, words.status, words.lastSignIn];

const List = () => {
  const { query } = useLocation();
  const filter = filterOf(query);
  const loaded = useLoaded(JSON.stringify([filter, query.cursor]), () =>
    call(listUsers, { ...filter, ...(query.cursor && { cursor: query.cursor }) }),
  );
  return (
    <Pending loaded={loaded}>
      {({ users, nextCursor }) => (
        <>
          <p role="status">{users.length === 0 ? words.none : words.count(users.length, nextCursor !== undefined)}</p>
          {users.length > 0 && <Table label={words.title} columns={columns} rows={users.map(rowOf)} />}
          <nav class="paging" aria-label={words.next}>
            {query.cursor && <a href={pathOf(filter)}>{words.first}</a>}
            {nextCursor && <a href={pathOf({ ...filter, cursor: nextCursor })}>{words.next}</a>}
          </nav>
        </>
      )}
    </Pending>
  );
};

const UsersPage = () => (
  <Shell>
    <Page title={words.title}>
      <Adoption />
      <div class="actions">
        <a class="button" href="/users/new">
          {words.newUser}
        </a>
        <CsvButton />
      </div>
      <FilterForm />
      <List />
    </Page>
  </Shell>
);
export default UsersPage;
