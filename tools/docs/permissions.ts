import type { Grants } from '../../infra/access/grant.ts';
import { grants } from '../../infra/access/grants.ts';
import { deliveryGrants, eraseGrants, returnGrants, watchGrants } from '../../infra/events/grants.ts';
import { resetGrants } from '../../infra/events/reset-grants.ts';

/* Who may do what, from the tables that the roles are made of. */

const others: Record<string, Grants> = {
  deliverEvents: deliveryGrants,
  deliverResetRequests: resetGrants,
  noteReturnedMail: returnGrants,
  watchChallenges: watchGrants,
  eraseUsers: eraseGrants,
};

const code = (text: string): string => `\`${text}\``;
const byPartition = (table: Partial<Record<string, string[]>>): string[] =>
  Object.entries(table)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([partition, actions = []]) => `${code(partition)} ${actions.join(', ')}`);

const onTable = ({ table = {}, marks = {}, index = [] }: Grants): string =>
  [
    ...byPartition(table),
    ...Object.entries(marks).map(([at, names = []]) => `${code(at)} UpdateItem of ${names.map(code).join(', ')}`),
    ...index.map((partition) => `indexes: ${code(partition)} Query`),
  ].join('; ');
const onKeys = ({ secrets = {} }: Grants): string =>
  Object.entries(secrets)
    .map(([purpose, actions]) => `${actions.join(', ')} of ${code(purpose)}`)
    .join('; ');

/** One row for each function: its name, and what its role may do with the table and the keys. */
export const permissionRows = (): string[][] =>
  Object.entries({ ...grants, ...others })
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, granted]) => [code(name), onTable(granted), onKeys(granted)]);
