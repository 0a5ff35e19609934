import { Failure } from '../../domain/errors.ts';
import type { SecurityEvent } from '../../domain/events/security-event.ts';
import type { Instant } from '../../domain/instant.ts';
import { type Access, type Cure, cureFor, type Doubt, UNREADABLE } from '../../domain/restore/cure.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Deletions } from '../../ports/lifecycle/deletions.ts';
import type { RestoredTables } from '../../ports/lifecycle/restored-tables.ts';
import { optimistically } from '../common/optimistically.ts';
import { endErasures, eraseAgain } from './erase-again.ts';

type Newer = Pick<RestoredTables, 'userIds' | 'departed' | 'access'>;
type Needs = {
  ids: Ids;
  deletions: Pick<Deletions, 'delete' | 'eraseItems' | 'done' | 'due'>;
  restored: RestoredTables;
  /** The table that is being replaced. */
  newer: Newer | null;
};
type Given = {
  now: Instant;
  actorId: string;
  /** Users who are known to have been deleted, where no newer table says so. */
  erased: string[];
  /** Users who are to stay as they were: whoever deleted, suspended or demoted them had no right to. */
  kept: string[];
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
  doubtful: { userId: string; email: string; doubts: Doubt[] }[];
  /** Created since: they are not in the restored table, and have to be invited again. */
  missing: string[];
  /** Not healed, and why: the command has to be repeated. */
  failed: Record<string, string>;
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

/** What one table has of an account; somebody may have written there what nobody can read. */
const readable = async (table: Pick<Newer, 'access'>, id: string): Promise<Access | null | typeof UNREADABLE> => {
  try {
    return await table.access(id);
  } catch (error) {
    if (error instanceof Failure) throw error;
    return UNREADABLE;
  }
};
const lastSignIn = (access: Access | null | typeof UNREADABLE): Instant =>
  access === null || access === UNREADABLE ? 0 : (access.user.lastSignIn?.at ?? 0);

/** @throws Error if the tables are the wrong way round: healing the newer one would end everyone's sessions for nothing */
const requireOlder = async ({ restored, newer }: Needs, ids: string[]): Promise<void> => {
  if (!newer) return;
  await inGroups(ids, async (id) => {
    const [was, is] = await Promise.all([readable(restored, id), readable(newer, id)]);
    if (is !== null && is !== UNREADABLE && lastSignIn(was) > lastSignIn(is)) {
      throw new Error(
        `user ${id} has signed in later in the table that is to be healed: are the two the wrong way round?`,
      );
    }
  });
};

const note = (healing: Healing, { user }: Access, cure: Cure): void => {
  healing.healed += 1;
  if (cure.status !== user.status) healing.suspended.push(user.id);
  if (cure.permissions.length < user.permissions.length) healing.permissionsWithdrawn.push(user.id);
  if (cure.closesPassword) healing.passwordsClosed.push(user.id);
  if (cure.withdrawsRecoveryCodes) healing.recoveryCodesWithdrawn.push(user.id);
  if (cure.doubts.length > 0) healing.doubtful.push({ userId: user.id, email: user.email, doubts: cure.doubts });
};

/** Of someone who is to stay, only secrets and versions count that are newer. */
const asKept = (newer: Access, { user }: Access): Access => ({
  ...newer,
  user: { ...newer.user, status: user.status, permissions: user.permissions },
});

const healUser = async (needs: Needs, given: Given, userId: string): Promise<[Access, Cure] | null> => {
  const { now, actorId, kept } = given;
  const newer = needs.newer ? await readable(needs.newer, userId) : null;
  return optimistically(async () => {
    const access = await needs.restored.access(userId);
    if (!access) return null;
    const isKept = kept.includes(userId) && newer !== null && newer !== UNREADABLE;
    const cure = cureFor(access, isKept ? asKept(newer, access) : newer, now);
    const event: SecurityEvent = {
      ...{ id: needs.ids.next(now), type: 'recovery_codes_withdrawn', actorId, at: now, ip: '' },
    };
    const outcome = await needs.restored.heal(access, cure, event);
    return outcome === 'changed' ? outcome : ([access, cure] as [Access, Cure]);
  });
};

/**
 * Makes a table that was restored to a point in time fit for use: no session, code or deleted account of then is
 * valid again. May be repeated if it was interrupted.
 * @throws Error if the tables are the wrong way round
 */
export const healRestored = async (needs: Needs, given: Given): Promise<Healing> => {
  const healing: Healing = {
    ...{ healed: 0, removedItems: 0, erased: [], suspended: [], permissionsWithdrawn: [], passwordsClosed: [] },
    ...{ recoveryCodesWithdrawn: [], doubtful: [], missing: [], failed: {} },
  };
  await requireOlder(needs, await allOf(needs.restored.userIds()));
  const departed = [
    ...(needs.newer ? await allOf(needs.newer.departed()) : []),
    ...given.erased.map((userId) => ({ userId, actorId: given.actorId, deletedAt: given.now })),
  ].filter(({ userId }) => !given.kept.includes(userId));
  for (const one of departed) if (await eraseAgain(needs, given.now, one)) healing.erased.push(one.userId);
  await endErasures(needs, departed);
  healing.removedItems = await needs.restored.removePassing();
  const ids = await allOf(needs.restored.userIds());
  await inGroups(ids, async (userId) => {
    try {
      const done = await healUser(needs, given, userId);
      if (done) note(healing, ...done);
    } catch (error) {
      // One account that cannot be healed is no reason to leave the others as they are.
      healing.failed[userId] = error instanceof Error ? error.message : String(error);
    }
  });
  const known = new Set(ids);
  if (needs.newer) for await (const id of needs.newer.userIds()) if (!known.has(id)) healing.missing.push(id);
  return healing;
};
