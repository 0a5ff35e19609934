import type { SecurityEvent } from '../../domain/events/security-event.ts';
import type { Instant } from '../../domain/instant.ts';
import { type Access, type Cure, cureFor, type Doubt } from '../../domain/restore/cure.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Deletions } from '../../ports/lifecycle/deletions.ts';
import type { Departed, RestoredTables } from '../../ports/lifecycle/restored-tables.ts';
import { optimistically } from '../common/optimistically.ts';
import { endAccount } from '../lifecycle/steps/end-account.ts';

type Newer = Pick<RestoredTables, 'userIds' | 'departed' | 'access'>;
type Needs = {
  ids: Ids;
  deletions: Pick<Deletions, 'delete' | 'eraseItems' | 'done'>;
  restored: RestoredTables;
  /** The table that is being replaced. */
  newer: Newer | null;
};
type Given = {
  now: Instant;
  actorId: string;
  /** Users who are known to have been deleted, where no newer table says so. */
  erased: string[];
};

/** What was done, and whom somebody has to look at. Users are named by their ids. */
export type Healing = {
  healed: number;
  removedItems: number;
  erased: string[];
  suspended: string[];
  permissionsWithdrawn: string[];
  passwordsClosed: string[];
  recoveryCodesWithdrawn: string[];
  doubtful: Record<string, Doubt[]>;
  /** Created since: they are not in the restored table, and have to be invited again. */
  missing: string[];
};

/** Accounts at a time: each is a few reads and one transaction. */
const AT_ONCE = 10;

const inGroups = async (ids: string[], act: (id: string) => Promise<void>): Promise<void> => {
  for (let index = 0; index < ids.length; index += AT_ONCE) {
    await Promise.all(ids.slice(index, index + AT_ONCE).map(act));
  }
};

const allOf = async <T>(generator: AsyncGenerator<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const one of generator) all.push(one);
  return all;
};

/** @throws Error if the tables are the wrong way round: healing the newer one would end everyone's sessions for nothing */
const requireOlder = async ({ restored, newer }: Needs, ids: string[]): Promise<void> => {
  await inGroups(ids, async (id) => {
    const [was, is] = await Promise.all([restored.access(id), newer?.access(id)]);
    const [wasAt, isAt] = [was?.user.lastSignIn?.at ?? 0, is?.user.lastSignIn?.at ?? 0];
    if (is && wasAt > isAt) {
      throw new Error(
        `user ${id} has signed in later in the table that is to be healed: are the two the wrong way round?`,
      );
    }
  });
};

/** Repeats a deletion that happened after the moment of the restore. Everyone who has to know was told then. */
const eraseAgain = async (needs: Needs, now: Instant, { userId, actorId, deletedAt }: Departed): Promise<boolean> => {
  const id = needs.ids.next(now);
  const found = await needs.restored.access(userId);
  if (!found) return false;
  await optimistically(async () => {
    const access = await needs.restored.access(userId);
    if (!access) return 'deleted';
    const context = { now: deletedAt, client: { ip: '', userAgent: '' } };
    const ids = { next: () => id };
    return endAccount({ ...needs, ids }, context, { user: access.user, actorId, evenLast: true });
  });
  await needs.deletions.eraseItems(userId);
  await needs.deletions.done({ id });
  return true;
};

const note = (healing: Healing, { user }: Access, cure: Cure): void => {
  healing.healed += 1;
  if (cure.status !== user.status) healing.suspended.push(user.id);
  if (cure.permissions.length < user.permissions.length) healing.permissionsWithdrawn.push(user.id);
  if (cure.closesPassword) healing.passwordsClosed.push(user.id);
  if (cure.withdrawsRecoveryCodes) healing.recoveryCodesWithdrawn.push(user.id);
  if (cure.doubts.length > 0) healing.doubtful[user.id] = cure.doubts;
};

const healUser = async (needs: Needs, { now, actorId }: Given, userId: string): Promise<[Access, Cure] | null> => {
  const newer = (await needs.newer?.access(userId)) ?? null;
  return optimistically(async () => {
    const access = await needs.restored.access(userId);
    if (!access) return null;
    const cure = cureFor(access, newer, now);
    const event: SecurityEvent = {
      ...{ id: needs.ids.next(now), type: 'recovery_codes_withdrawn', actorId, at: now, ip: '' },
    };
    const outcome = await needs.restored.heal(access, cure, event);
    return outcome === 'changed' ? outcome : ([access, cure] as [Access, Cure]);
  });
};

/**
 * Makes a table that was restored to a point in time fit for use: nothing that was used, withdrawn or erased since is
 * valid again. May be repeated if it was interrupted.
 * @throws Error if the tables are the wrong way round
 */
export const healRestored = async (needs: Needs, given: Given): Promise<Healing> => {
  const healing: Healing = {
    ...{ healed: 0, removedItems: 0, erased: [], suspended: [], permissionsWithdrawn: [], passwordsClosed: [] },
    ...{ recoveryCodesWithdrawn: [], doubtful: {}, missing: [] },
  };
  await requireOlder(needs, await allOf(needs.restored.userIds()));
  const departed = [
    ...(needs.newer ? await allOf(needs.newer.departed()) : []),
    ...given.erased.map((userId) => ({ userId, actorId: given.actorId, deletedAt: given.now })),
  ];
  for (const one of departed) if (await eraseAgain(needs, given.now, one)) healing.erased.push(one.userId);
  healing.removedItems = await needs.restored.removePassing();
  const ids = await allOf(needs.restored.userIds());
  await inGroups(ids, async (userId) => {
    const done = await healUser(needs, given, userId);
    if (done) note(healing, ...done);
  });
  const known = new Set(ids);
  if (needs.newer) for await (const id of needs.newer.userIds()) if (!known.has(id)) healing.missing.push(id);
  return healing;
};
