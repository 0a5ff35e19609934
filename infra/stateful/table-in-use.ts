import type { Settings } from '../settings.ts';

/** The table that the functions read and write, and the stream that mails come from. */
export type TableInUse = { tableArn: string; tableName: string; tableStreamArn?: string | undefined };

/** The table of this deployment, unless a restored one has taken its place. */
export const tableInUse = (created: TableInUse, { restoredTable }: Pick<Settings, 'restoredTable'>): TableInUse => {
  if (restoredTable === undefined) return created;
  const tableArn = restoredTable.split('/stream/')[0] ?? '';
  return { tableArn, tableName: tableArn.split(':table/')[1] ?? '', tableStreamArn: restoredTable };
};
