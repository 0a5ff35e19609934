import { useLocation } from 'preact-iso';
import type { UserSort } from '../../../shared/domain/user-list.ts';
import { type Column, Table } from '../../components/table.tsx';
import { LastSignIn } from '../../history/last-sign-in.tsx';
import { userTexts } from '../../texts/users.ts';
import { TwoFactorMark } from '../../two-factor/two-factor-mark.tsx';
import type { UserView } from './all-users.ts';
import { filterOf, pathOf } from './filter.ts';
import type { Selection } from './use-selection.ts';

const { users: words, reminders, user: facts } = userTexts;

/** An address breaks before the @, if it has to break at all. */
const Address = ({ email }: { email: string }) => {
  const at = email.lastIndexOf('@');
  return (
    <>
      {email.slice(0, at)}
      <wbr />
      {email.slice(at)}
    </>
  );
};

/** What sets someone apart from an active user without rights. */
const Marks = ({ user: { state, permissions } }: { user: UserView }) => (
  <>
    <span class={state === 'active' ? 'mark plain' : 'mark off'}>{words.states[state]}</span>
    {permissions.includes('users:manage') && (
      <>
        {' '}
        <span class="mark info">{words.administrator}</span>
      </>
    )}
  </>
);

/** A link in the head of a column: sorts by it, or the other way around. */
const useSorting = () => {
  const { query } = useLocation();
  const filter = filterOf(query);
  const { sort: present = 'email', order } = filter;
  return (sort: UserSort, label: string): Column => {
    const isPresent = sort === present;
    const { order: _, sort: __, ...rest } = filter;
    const next = {
      ...rest,
      ...(sort !== 'email' && { sort }),
      ...(isPresent && order === undefined && { order: 'descending' as const }),
    };
    const arrow = order === 'descending' ? '▼' : '▲';
    return {
      label,
      head: (
        <a href={pathOf(next)} title={words.sortBy(label)}>
          {label} {isPresent && <span aria-hidden="true">{arrow}</span>}
        </a>
      ),
      sort: isPresent ? (order ?? 'ascending') : 'none',
    };
  };
};

type Props = { users: UserView[]; selection: Selection; isDense: boolean; takesFocus: boolean };

/** One page of users, each with a box, and the heads that sort. */
export const UserTable = ({ users, selection: { selected, set }, isDense, takesFocus }: Props) => {
  const sorting = useSorting();
  const isAll = users.every(({ id }) => selected.has(id));
  const box = (label: string, checked: boolean, of: UserView[]) => (
    <input
      type="checkbox"
      aria-label={label}
      checked={checked}
      onChange={({ currentTarget }) => set(of, currentTarget.checked)}
    />
  );
  const columns: Column[] = [
    { label: reminders.column, head: box(words.selectPage, isAll, users) },
    { ...sorting('email', words.email), isRowHead: true },
    sorting('name', words.name),
    { label: facts.status },
    { label: words.status },
    { label: words.lastSignIn },
  ];
  const rows = users.map((user) => ({
    key: user.id,
    cells: [
      box(reminders.select(user.email), selected.has(user.id), [user]),
      <a href={`/users/${user.id}`}>
        <Address email={user.email} />
      </a>,
      <bdi>{user.name}</bdi>,
      <Marks user={user} />,
      <TwoFactorMark isOn={user.twoFactor.status === 'enabled'} />,
      <LastSignIn lastSignIn={user.lastSignIn} />,
    ],
  }));
  return (
    <Table
      label={words.title}
      class={isDense ? 'users dense' : 'users'}
      columns={columns}
      rows={rows}
      focusOn={takesFocus ? 0 : undefined}
    />
  );
};
