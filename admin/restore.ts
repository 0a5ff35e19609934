import { readFileSync } from 'node:fs';
import { Id } from '../shared/domain/fields.ts';
import type { RestoredTables } from '../shared/ports/lifecycle/restored-tables.ts';
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

const idsIn = (name: string, file: string | undefined): string[] =>
  file === undefined ? [] : linesOf(file).map((id) => option(Id, name, id));

type Options = { newer?: string; withoutNewer?: true; erased?: string; keep?: string; unchecked?: true };

/** @throws Error for a table that no restore made, or whose news nobody would hear: healing the one in use harms everyone */
const requireRestored = async (restored: RestoredTables, newer: string | undefined): Promise<void> => {
  const { isRestored, from, hasStream } = await restored.origin();
  if (!isRestored) throw new Error('--table was not made by a restore: say --unchecked if you know better');
  if (newer !== undefined && from !== newer) throw new Error(`--table was restored from ${from}, not from --newer`);
  if (!hasStream) throw new Error('--table has no stream of new images yet: the mails of this command come from there');
};

/** What makes a restored table fit for use. */
export const healRestored = async (needs: AdminNeeds, { newer, withoutNewer, erased, keep, unchecked }: Options) => {
  const { table, security } = needs;
  if ((newer === undefined) === (withoutNewer === undefined)) {
    throw new Error('name the table that is being replaced with --newer, or say --without-newer');
  }
  if (newer === table.name) throw new Error('--table names the restored table, and --newer the one that it replaces');
  const tables = {
    restored: restoredTables(table, security),
    newer: newer === undefined ? null : restoredTables({ client: table.client, name: newer }, security),
  };
  if (!unchecked) await requireRestored(tables.restored, newer);
  const { ids, deletions } = needs;
  return heal(
    { ids, deletions, ...tables },
    { now: here(needs).now, actorId: ACTOR, erased: idsIn('erased', erased), kept: idsIn('keep', keep) },
  );
};
