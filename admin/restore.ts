import { readFileSync } from 'node:fs';
import { Id } from '../shared/domain/fields.ts';
import { restoredTables } from '../shared/store/lifecycle/restored-tables.ts';
import { healRestored as heal } from '../shared/use-cases/operator/heal-restored.ts';
import { ACTOR, here } from './actor.ts';
import type { AdminNeeds } from './needs.ts';
import { option } from './option.ts';

const linesOf = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

type Options = { newer?: string; withoutNewer?: true; erased?: string };

/** What makes a restored table fit for use. */
export const healRestored = async (needs: AdminNeeds, { newer, withoutNewer, erased }: Options) => {
  const { table, security } = needs;
  if ((newer === undefined) === (withoutNewer === undefined)) {
    throw new Error('name the table that is being replaced with --newer, or say --without-newer');
  }
  if (newer === table.name) throw new Error('--table names the restored table, and --newer the one that it replaces');
  const tables = {
    restored: restoredTables(table, security),
    newer: newer === undefined ? null : restoredTables({ client: table.client, name: newer }, security),
  };
  const ids = erased === undefined ? [] : linesOf(erased).map((id) => option(Id, 'erased', id));
  return heal({ ...needs, ...tables }, { now: here(needs).now, actorId: ACTOR, erased: ids });
};
