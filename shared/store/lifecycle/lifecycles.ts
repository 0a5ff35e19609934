import { partitions } from '../schema.ts';

type Entity = keyof typeof partitions;
type Lifecycle = {
  /**
   * What deleting a user does to their items of this kind: `at_once` in the transaction itself, `later` by the erasure
   * that follows it, `last` at its end, `expires` by their own time to live, and `none` if they name no user.
   */
  erased: 'at_once' | 'later' | 'last' | 'expires' | 'none';
  /** What the export of a person's data has of it; otherwise why it has nothing. */
  exported: 'account' | 'sessions' | 'signIns' | 'events' | { not: string };
  /**
   * What happens to it in a table that was restored to a point in time: `kept` as it was, `healed` with its account, or
   * `removed`, since it would be valid a second time.
   */
  restored: 'kept' | 'healed' | 'removed';
};

/**
 * Deletion and export by kind of item. The table is total: a new kind of item needs a decision here, and the tests scan
 * the table to see that it is kept.
 */
export const lifecycles: Record<Entity, Lifecycle> = {
  organization: { erased: 'none', exported: 'account', restored: 'kept' },
  logo: { erased: 'none', exported: { not: 'it belongs to the organization, and names no one' }, restored: 'kept' },
  administrators: {
    erased: 'at_once',
    exported: { not: 'the permissions of the account say the same' },
    restored: 'healed',
  },
  adoption: { erased: 'none', exported: { not: 'it counts, and names no one' }, restored: 'kept' },
  credential: {
    erased: 'at_once',
    exported: { not: 'a password hash is a secret, even from its owner' },
    restored: 'healed',
  },
  user: { erased: 'at_once', exported: 'account', restored: 'healed' },
  twoFactor: { erased: 'at_once', exported: 'account', restored: 'healed' },
  recoveryCodes: {
    erased: 'at_once',
    exported: { not: 'they are secrets, and are shown in the account settings' },
    restored: 'healed',
  },
  setup: { erased: 'at_once', exported: { not: 'it is a secret, and expires within minutes' }, restored: 'removed' },
  session: { erased: 'later', exported: 'sessions', restored: 'removed' },
  passwordToken: { erased: 'later', exported: { not: 'they are secrets, and expire' }, restored: 'removed' },
  signIn: { erased: 'later', exported: 'signIns', restored: 'kept' },
  event: { erased: 'later', exported: 'events', restored: 'kept' },
  notice: { erased: 'later', exported: { not: 'the events that caused the mails are there' }, restored: 'kept' },
  idempotencyRecord: {
    erased: 'expires',
    exported: { not: 'they are encrypted answers, and expire' },
    restored: 'removed',
  },
  resetRequest: { erased: 'expires', exported: { not: 'they expire within a day' }, restored: 'removed' },
  watch: { erased: 'expires', exported: { not: 'they expire within minutes' }, restored: 'removed' },
  throttle: { erased: 'expires', exported: { not: 'they have hashes for names, and expire' }, restored: 'kept' },
  deletedUser: { erased: 'none', exported: { not: 'it is what remains: an id without a person' }, restored: 'kept' },
  erasure: { erased: 'last', exported: { not: 'it exists only after the account' }, restored: 'kept' },
};

const erasedLater = (Object.keys(lifecycles) as Entity[]).filter((kind) => lifecycles[kind].erased === 'later');

/** The partitions of a user's items that are erased once the account is gone. */
export const partitionsOf = (userId: string): string[] => erasedLater.map((kind) => partitions[kind] + userId);

/** The kinds of items that a restored table loses. Of the limits' items, only known devices: they are withdrawn by people. */
export const removedFromRestored = [
  ...(Object.keys(lifecycles) as Entity[])
    .filter((kind) => lifecycles[kind].restored === 'removed')
    .map((kind) => partitions[kind]),
  `${partitions.throttle}device#`,
];
