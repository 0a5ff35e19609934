import type { Instant } from '../../domain/instant.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Deletions } from '../../ports/lifecycle/deletions.ts';
import type { Departed, RestoredTables } from '../../ports/lifecycle/restored-tables.ts';
import { optimistically } from '../common/optimistically.ts';
import { endAccount } from '../lifecycle/steps/end-account.ts';

type Needs = {
  ids: Ids;
  deletions: Pick<Deletions, 'delete' | 'eraseItems' | 'done' | 'due'>;
  restored: Pick<RestoredTables, 'access'>;
};

/**
 * Repeats a deletion that happened after the moment of the restore, or the rest of one. Everyone who has to know was
 * told then.
 */
export const eraseAgain = async (
  needs: Needs,
  now: Instant,
  { userId, actorId, deletedAt }: Departed,
): Promise<boolean> => {
  const id = needs.ids.next(now);
  const outcome = await optimistically(async () => {
    const access = await needs.restored.access(userId);
    if (!access) return 'gone';
    const context = { now: deletedAt, client: { ip: '', userAgent: '' } };
    return endAccount({ ...needs, ids: { next: () => id } }, context, { user: access.user, actorId, evenLast: true });
  });
  await needs.deletions.eraseItems(userId);
  return outcome === 'deleted';
};

/** Whoever has departed has been told: what was pending in the restored table, or began here, is over. */
export const endErasures = async ({ deletions }: Pick<Needs, 'deletions'>, departed: Departed[]): Promise<void> => {
  const ids = new Set(departed.map(({ userId }) => userId));
  for await (const erasure of deletions.due(Number.MAX_SAFE_INTEGER)) {
    if (ids.has(erasure.userId)) await deletions.done(erasure);
  }
};
