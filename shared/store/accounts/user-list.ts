import { canonicalEmailPrefix } from '../../domain/email.ts';
import type { User } from '../../domain/entities/user.ts';
import type { UserSort, UserState } from '../../domain/user-list.ts';
import { foldedName } from '../../domain/user-list.ts';
import type { UserPage } from '../../ports/accounts/users.ts';
import { type Key, usersByTwoFactor } from '../keys.ts';
import { schema } from '../schema.ts';
import { type Expression, expression } from '../table/expression.ts';
import { query, type Table } from '../table/table.ts';

/*
 * The list of an organization's users: two indexes, by address and by name, each in two partitions by 2FA status. The
 * indexes have copies of what the list filters by, so that a filter reads some 200 bytes a user instead of the user;
 * none of it changes with a sign-in after the first.
 */

/** Sorts after every string with the same prefix: DynamoDB compares UTF-8 bytes. */
const LAST_CHARACTER = '\u{10FFFF}';
const FIRST_CHARACTER = '\u0000';

/** Names are not unique, so the address decides among equal ones. */
const byName = ({ name, email }: Pick<User, 'name' | 'email'>): string =>
  `${foldedName(name)}${FIRST_CHARACTER}${email}`;

/** What the list knows of a user besides the user's own attributes. */
export const listEntry = (user: Pick<User, 'organizationId' | 'email' | 'name' | 'twoFactorEnabledAt'>) => {
  const partition = usersByTwoFactor(
    user.organizationId,
    user.twoFactorEnabledAt === undefined ? 'disabled' : 'enabled',
  );
  return {
    ...{ gsi1pk: partition, gsi1sk: user.email, gsi2pk: partition, gsi2sk: byName(user) },
    foldedName: foldedName(user.name),
  };
};

/** The part of an update that gives a user another name in the list. */
export const renamed = (e: Expression, user: Pick<User, 'name' | 'email'>): string[] => [
  `${e.path('gsi2sk')} = ${e.value(byName(user))}`,
  `${e.path('foldedName')} = ${e.value(foldedName(user.name))}`,
];

/** The part of an update that gives a user another address. */
export const addressed = (e: Expression, user: Pick<User, 'name' | 'email'>): string[] => [
  `${e.path('email')} = ${e.value(user.email)}`,
  `${e.path('gsi1sk')} = ${e.value(user.email)}`,
  `${e.path('gsi2sk')} = ${e.value(byName(user))}`,
];

type Filtered = UserPage & { after?: string | undefined };
/** `at`: the sort key of the index that was read. */
export type Entry = Key & { at: string };

const indexOf: Record<UserSort, (typeof schema.indexes)[number]> = {
  email: schema.indexes[0],
  name: schema.indexes[1],
};

const conditionOf: Record<UserState, (e: Expression) => string[]> = {
  suspended: (e) => [`${e.path('status')} = ${e.value('suspended')}`],
  invited: (e) => [`${e.path('status')} = ${e.value('active')}`, `${e.path('passwordVersion')} = ${e.value(0)}`],
  never_signed_in: (e) => [
    `${e.path('status')} = ${e.value('active')}`,
    `${e.path('passwordVersion')} > ${e.value(0)}`,
    `attribute_not_exists(${e.path('hasSignedIn')})`,
  ],
  active: (e) => [`${e.path('status')} = ${e.value('active')}`, `attribute_exists(${e.path('hasSignedIn')})`],
};

/** The start of the address, or of a word of the name. */
const searched = (e: Expression, search: string): string => {
  const [address, word] = [canonicalEmailPrefix(search), foldedName(search)];
  const parts = [
    ...(address === '' ? [] : [`begins_with(${e.path('email')}, ${e.value(address)})`]),
    ...(word === ''
      ? []
      : [
          `begins_with(${e.path('foldedName')}, ${e.value(word)})`,
          `contains(${e.path('foldedName')}, ${e.value(` ${word}`)})`,
        ]),
  ];
  return `(${parts.join(' OR ')})`;
};

/** What is asked of entries beyond their place in the index. */
const filterOf = (e: Expression, { state, search, sort = 'email', prefix }: Filtered): string[] => {
  return [
    ...(state ? conditionOf[state](e) : []),
    ...(search === undefined ? [] : [searched(e, search)]),
    ...(sort === 'name' && prefix !== '' ? [`begins_with(${e.path('email')}, ${e.value(prefix)})`] : []),
  ];
};

/** From where to where a page may read; both ends are included, so the entry to continue after is left out later. */
const rangeOf = ({ sort = 'email', prefix, descending, after }: Filtered): [from: string, to: string] => {
  const start = sort === 'email' ? prefix : '';
  const [from, to] = [start || FIRST_CHARACTER, start + LAST_CHARACTER];
  if (after === undefined) return [from, to];
  return descending ? [from, after] : [after, to];
};

/** Of a filtered list, so many megabytes are read for one page: at 200 bytes a user, some 20,000 users. */
const MOST_READS = 4;

/** What a partition of the index has for a page. `reached`: reading stopped there, with more to come. */
type Part = { entries: Entry[]; reached?: string | undefined };

/** Reads one partition of the index until there is enough for a page, or until it has read enough. */
export const readPart = async (table: Table, partition: string, page: Filtered): Promise<Part> => {
  const { partitionKey, sortKey, name } = indexOf[page.sort ?? 'email'];
  const e = expression();
  const [from, to] = rangeOf(page);
  // A cursor from elsewhere may be beyond the end.
  if (Buffer.compare(Buffer.from(from), Buffer.from(to)) > 0) return { entries: [] };
  const keys = `${e.path(partitionKey)} = ${e.value(partition)} AND ${e.path(sortKey)} BETWEEN ${e.value(from)} AND ${e.value(to)}`;
  const filter = filterOf(e, page);
  const entries: Entry[] = [];
  let next: Record<string, unknown> | undefined;
  for (let reads = 0; reads === 0 || next; reads += 1) {
    // One more than wanted tells whether there are more, and the first may be the one to continue after.
    const wanted = page.limit + 2 - entries.length;
    const answer = await query(table, {
      IndexName: name,
      KeyConditionExpression: keys,
      ...(filter.length > 0 ? { FilterExpression: filter.join(' AND ') } : { Limit: wanted }),
      ...e.attributes(),
      ScanIndexForward: !page.descending,
      ExclusiveStartKey: next,
    });
    const found = (answer.Items ?? []).map((item) => ({ pk: item.pk, sk: item.sk, at: String(item[sortKey]) }));
    entries.push(...found.filter(({ at }) => at !== page.after));
    next = answer.LastEvaluatedKey;
    if (entries.length > page.limit) return { entries };
    if (next && reads + 1 === MOST_READS) return { entries, reached: String(next[sortKey]) };
  }
  return { entries };
};

/** The entries of one page, in order, and where to continue. */
export const pageOf = (
  parts: Part[],
  { limit, descending }: Pick<UserPage, 'limit' | 'descending'>,
): { shown: Entry[]; next?: string | undefined } => {
  const isBefore = (a: string, b: string): boolean => (descending ? a > b : a < b);
  const order = (a: Entry, b: Entry): number => Number(isBefore(b.at, a.at)) - Number(isBefore(a.at, b.at));
  // Beyond the place where one part stopped, the others' entries have to wait: it may have some in between.
  const [horizon] = parts
    .flatMap(({ reached }) => (reached === undefined ? [] : [reached]))
    .sort((a, b) => (isBefore(a, b) ? -1 : 1));
  const known = parts
    .flatMap(({ entries }) => entries)
    .filter(({ at }) => horizon === undefined || !isBefore(horizon, at));
  // The index lags: a user whose status changes at this moment may be in both partitions, or still in the wrong one.
  const distinct = [...new Map(known.map((entry) => [entry.pk, entry])).values()].sort(order);
  const shown = distinct.slice(0, limit);
  return { shown, next: distinct.length > limit ? shown.at(-1)?.at : horizon };
};
