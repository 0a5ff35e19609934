import type { PasswordToken } from '../../domain/entities/password-token.ts';
import type { User } from '../../domain/entities/user.ts';
import type { SecurityEvent } from '../../domain/events/security-event.ts';
import type { TwoFactorStatus } from '../../domain/fields.ts';
import type { Instant } from '../../domain/instant.ts';
import type { UserSort, UserState } from '../../domain/user-list.ts';
import type { ActorGone, ByAdministrator } from './changes.ts';

export type UserPage = {
  organizationId: string;
  twoFactor?: TwoFactorStatus | undefined;
  state?: UserState | undefined;
  /** Begins the address or a word of the name. */
  search?: string | undefined;
  /** Begins the address. */
  prefix: string;
  /** By address, unless said otherwise. */
  sort?: UserSort | undefined;
  descending?: boolean | undefined;
  limit: number;
};

export type Users = {
  get(userId: string): Promise<User | null>;
  /**
   * One page of users in order, and what to continue after if there may be more: a page of a filtered list may have
   * fewer users than asked for, or none.
   */
  page(page: UserPage & { after?: string | undefined }): Promise<{ users: User[]; next?: string }>;
  /**
   * `done_before`: an answer is kept under the same id, so this was done before, or the key was used for something
   * else.
   */
  create(
    made: ByAdministrator & { invitation: PasswordToken; event: SecurityEvent },
  ): Promise<'created' | 'email_taken' | 'done_before' | ActorGone>;
  /** What the owner chose; nothing, if the user is gone. */
  setPreferences(userId: string, preferences: Pick<User, 'language' | 'timeZone' | 'declinesReminders'>): Promise<void>;
  /** In the order of the ids; null where there is no such user. */
  many(userIds: string[]): Promise<(User | null)[]>;
  /** Records that the owner is notified, unless they were already since `notSince`. */
  alarm(alarm: { user: User; event: SecurityEvent; notSince: Instant }): Promise<'alarmed' | 'not_due'>;
  /** Records a reminder, if there was none since `notSince`, the owner wants any, and 2FA is still off. */
  remind(reminder: {
    actor: User | null;
    user: User;
    event: SecurityEvent;
    notSince: Instant;
  }): Promise<'reminded' | 'not_due' | ActorGone>;
  /** Changes what administrators decide; suspending a user ends every session and every link. */
  update(
    change: ByAdministrator & { to: UserUpdate; events: SecurityEvent[] },
  ): Promise<'updated' | 'last_administrator' | ActorGone | 'changed'>;
};

export type UserUpdate = Pick<User, 'name' | 'permissions' | 'status'>;
