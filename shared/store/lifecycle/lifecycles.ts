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
};

/**
 * Deletion and export by kind of item. The table is total: a new kind of item needs a decision here, and the tests scan
 * the table to see that it is kept.
 */
export const lifecycles: Record<Entity, Lifecycle> = {
  organization: { erased: 'none', exported: 'account' },
  logo: { erased: 'none', exported: { not: 'it belongs to the organization, and names no one' } },
  administrators: { erased: 'at_once', exported: { not: 'the permissions of the account say the same' } },
  adoption: { erased: 'none', exported: { not: 'it counts, and names no one' } },
  credential: { erased: 'at_once', exported: { not: 'a password hash is a secret, even from its owner' } },
  user: { erased: 'at_once', exported: 'account' },
  twoFactor: { erased: 'at_once', exported: 'account' },
  recoveryCodes: { erased: 'at_once', exported: { not: 'they are secrets, and are shown in the account settings' } },
  setup: { erased: 'at_once', exported: { not: 'it is a secret, and expires within minutes' } },
  session: { erased: 'later', exported: 'sessions' },
  passwordToken: { erased: 'later', exported: { not: 'they are secrets, and expire' } },
  signIn: { erased: 'later', exported: 'signIns' },
  event: { erased: 'later', exported: 'events' },
  notice: { erased: 'later', exported: { not: 'the events that caused the mails are there' } },
  idempotencyRecord: { erased: 'expires', exported: { not: 'they are encrypted answers, and expire' } },
  resetRequest: { erased: 'expires', exported: { not: 'they expire within a day' } },
  watch: { erased: 'expires', exported: { not: 'they expire within minutes' } },
  throttle: { erased: 'expires', exported: { not: 'they have hashes for names, and expire' } },
  deletedUser: { erased: 'none', exported: { not: 'it is what remains: an id without a person' } },
  erasure: { erased: 'last', exported: { not: 'it exists only after the account' } },
};

const erasedLater = (Object.keys(lifecycles) as Entity[]).filter((kind) => lifecycles[kind].erased === 'later');

/** The partitions of a user's items that are erased once the account is gone. */
export const partitionsOf = (userId: string): string[] => erasedLater.map((kind) => partitions[kind] + userId);
